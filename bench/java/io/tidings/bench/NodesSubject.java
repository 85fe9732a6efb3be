package io.tidings.bench;

import io.tidings.server.AppServer;
import io.tidings.server.Cluster;
import io.tidings.server.Launch;
import io.tidings.server.Ports;
import io.tidings.server.ServerKind;
import java.util.List;
import java.util.stream.Stream;

/** Tidings on several nodes of one kind, with a broker inside each. */
record NodesSubject(ServerKind kind, String carrier, int nodes) implements Subject {

    @Override
    public String label() {
        return "Tidings, " + kind.label() + ", " + carrier;
    }

    @Override
    public Running start() {
        List<Launch> launches = Stream.generate(() -> Launch.of("bench")
                        .onPort(Ports.free())
                        .with("tidings.websocket", carrier)
                        .withPrefix(Cores.server())
                        .withJvmOptions(Jvm.USUAL.toArray(String[]::new)))
                .limit(nodes)
                .toList();
        return new Started(Cluster.mesh(kind, launches, line -> {}));
    }

    private record Started(Cluster cluster) implements Running {

        @Override
        public long pid() {
            return pids().get(0);
        }

        @Override
        public int port() {
            return ports().get(0);
        }

        @Override
        public List<Long> pids() {
            return cluster.nodes().stream().map(node -> node.process().pid()).toList();
        }

        @Override
        public List<Integer> ports() {
            return cluster.nodes().stream()
                    .map(AppServer::launch)
                    .map(Launch::port)
                    .toList();
        }

        @Override
        public void close() {
            cluster.close();
        }
    }
}
