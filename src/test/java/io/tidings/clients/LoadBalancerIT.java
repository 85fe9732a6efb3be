package io.tidings.clients;

import io.tidings.server.Cluster;
import io.tidings.server.LoadBalancer;
import io.tidings.server.ServerKind;
import io.tidings.tools.Tool;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Two nodes behind the load balancers that {@code server-config} has a file for. */
class LoadBalancerIT {

    @TestFactory
    Stream<DynamicTest> nginx() {
        Path program = Tool.NGINX.require();
        try (Cluster cluster = cluster();
                LoadBalancer balancer = LoadBalancer.nginx(program, cluster)) {
            return clients(balancer, cluster);
        }
    }

    @TestFactory
    Stream<DynamicTest> haproxy() {
        Path program = Tool.HAPROXY.require();
        try (Cluster cluster = cluster();
                LoadBalancer balancer = LoadBalancer.haproxy(program, cluster)) {
            return clients(balancer, cluster, "cookies");
        }
    }

    private static Cluster cluster() {
        return Cluster.mesh(2, TwoNodesIT.launch().with("tidings.behind-proxy", "true"));
    }

    private static Stream<DynamicTest> clients(LoadBalancer balancer, Cluster cluster, String... abilities) {
        List<String> arguments = new ArrayList<>(List.of(balancer.uri().toString(), "socket.io-client"));
        arguments.addAll(List.of(abilities));
        if (ServerKind.underTest() == ServerKind.WILDFLY) {
            // Payara Micro has no way to take them
            arguments.add("addresses");
        }
        return new NodeScript("balancer.mjs", arguments, line -> killWhenAsked(line, cluster)).run();
    }

    private static void killWhenAsked(String line, Cluster cluster) {
        if (line.equals("# kill a node now")) {
            cluster.node(0).process().kill();
        }
    }
}
