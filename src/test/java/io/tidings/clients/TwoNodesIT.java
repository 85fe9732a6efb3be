package io.tidings.clients;

import io.tidings.server.Cluster;
import io.tidings.server.Launch;
import io.tidings.tools.Tool;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Two nodes that look like one to clients and to a browser, over the brokers that are inside them. */
class TwoNodesIT {

    /** The application of the scenarios, patient with slow machines. */
    static Launch launch() {
        Launch launch = Launch.of("conformance");
        for (String setting : List.of(RealClients.PINGS, RealClients.PATIENCE, RealClients.TIME_TO_CONNECT)) {
            int equals = setting.indexOf('=');
            launch = launch.with(setting.substring(0, equals), setting.substring(equals + 1));
        }
        return launch;
    }

    @TestFactory
    Stream<DynamicTest> whatAnApplicationDoes() {
        try (Cluster cluster = Cluster.mesh(2, launch())) {
            return new NodeScript("cluster.mjs", cluster.uris()).run();
        }
    }

    @TestFactory
    Stream<DynamicTest> theDemoInChromium() {
        String browser = Tool.CHROMIUM.require().toString();
        try (Cluster cluster = Cluster.mesh(2, Launch.of("demo"))) {
            return new NodeScript("demo-page.mjs", cluster.uris(), browser).run();
        }
    }
}
