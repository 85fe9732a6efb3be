package io.tidings.clients;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.server.ArtemisBroker;
import io.tidings.server.Cluster;
import io.tidings.server.Messaging;
import io.tidings.server.ServerKind;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What nodes do without their broker: everything that needs no other node. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BrokerFailuresIT {

    private final ArtemisBroker broker = new ArtemisBroker();
    private final Wire wireOfNode0 = new Wire(broker.port());
    private final Wire wireOfNode1 = new Wire(broker.port());
    private final Cluster cluster = Cluster.over(
            List.of(new Messaging.External(wireOfNode0.port()), new Messaging.External(wireOfNode1.port())),
            List.of(ServerKind.underTest(), ServerKind.underTest()),
            Talk.launch());

    @AfterAll
    void stop() {
        cluster.close();
        wireOfNode0.close();
        wireOfNode1.close();
        broker.close();
    }

    @Test
    void theBrokerMayDieAndComeBack() {
        Talk.over(cluster, (anna, carla) -> {
            int last = anna.isHeardAgainBy(carla, -1);

            broker.kill();
            for (int i = 0; i < 10; i++) {
                Eventually.pause(Duration.ofMillis(500));
                anna.hearsAll();
            }
            Eventually.await("one node", () -> carla.nodes() == 1);
            assertThat(carla.present()).isEqualTo(1);
            broker.start();

            anna.isHeardAgainBy(carla, last);
        });
        assertThat(cluster.node(0).process().log()).contains("messages to other nodes are lost");
    }

    @Test
    void aNodeMayBePartedFromTheBroker() {
        Talk.over(cluster, (anna, carla) -> {
            int last = anna.isHeardAgainBy(carla, -1);

            wireOfNode1.cut();
            Eventually.await("one node", () -> carla.nodes() == 1);
            assertThat(carla.present()).isEqualTo(1);
            anna.hearsAll();
            wireOfNode1.mend();

            anna.isHeardAgainBy(carla, last);
        });
    }

    @Test
    void theBrokerMayHang() {
        Talk.over(cluster, (anna, carla) -> {
            int last = anna.isHeardAgainBy(carla, -1);

            broker.process().freeze();
            for (int i = 0; i < 20; i++) {
                Eventually.pause(Duration.ofSeconds(1));
                anna.hearsAll();
            }
            broker.process().thaw();

            anna.isHeardAgainBy(carla, last);
        });
    }
}
