package io.tidings.server;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Several servers of one kind, with a broker inside each, that serve the same application as one. */
public final class Cluster implements AutoCloseable {

    private final List<AppServer> nodes = new ArrayList<>();

    private Cluster() {}

    /** Starts a node for each launch; {@code lines} gets what they print. */
    static Cluster mesh(ServerKind kind, List<Launch> launches, Consumer<String> lines) {
        List<Integer> brokers =
                Stream.generate(Ports::free).limit(launches.size()).toList();
        Cluster cluster = new Cluster();
        try {
            for (int i = 0; i < launches.size(); i++) {
                Launch launch = launches.get(i).over(new Messaging.Mesh(brokers.get(i), brokers));
                cluster.nodes.add(kind.start(launch, lines));
            }
            return cluster;
        } catch (RuntimeException e) {
            cluster.close();
            throw e;
        }
    }

    /** Starts that many nodes of the kind under test. */
    public static Cluster mesh(int count, Launch launch) {
        List<Launch> launches = new ArrayList<>(List.of(launch));
        while (launches.size() < count) {
            launches.add(launch.onPort(Ports.free()));
        }
        return mesh(ServerKind.underTest(), launches, line -> {});
    }

    public AppServer node(int index) {
        return nodes.get(index);
    }

    public List<AppServer> nodes() {
        return List.copyOf(nodes);
    }

    /** The roots of all nodes, separated by commas. */
    public String uris() {
        return nodes.stream().map(node -> node.uri().toString()).collect(Collectors.joining(","));
    }

    @Override
    public void close() {
        nodes.forEach(AppServer::close);
    }
}
