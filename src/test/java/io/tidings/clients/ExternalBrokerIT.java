package io.tidings.clients;

import io.tidings.server.ArtemisBroker;
import io.tidings.server.Cluster;
import io.tidings.server.ServerKind;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Nodes that share one broker. */
class ExternalBrokerIT {

    @TestFactory
    Stream<DynamicTest> twoNodesOfOneKind() {
        return run(ServerKind.underTest(), ServerKind.underTest());
    }

    /** Needs both servers, and so is skipped where only one was wanted. */
    @TestFactory
    Stream<DynamicTest> oneNodeOfEachKind() {
        ServerKind.requireAll();
        return run(ServerKind.PAYARA_MICRO, ServerKind.WILDFLY);
    }

    private static Stream<DynamicTest> run(ServerKind one, ServerKind other) {
        try (ArtemisBroker broker = new ArtemisBroker();
                Cluster cluster =
                        Cluster.over(List.of(broker.way(), broker.way()), List.of(one, other), TwoNodesIT.launch())) {
            return new NodeScript("cluster.mjs", cluster.uris()).run();
        }
    }
}
