package io.tidings.server;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Several servers that serve the same application as one, with a broker inside each or one for all. */
public final class Cluster implements AutoCloseable {

    private final List<AppServer> nodes = new ArrayList<>();
    private final List<ServerKind> kinds = new ArrayList<>();

    private Cluster() {}

    private void add(ServerKind kind, Launch launch, Consumer<String> lines) {
        nodes.add(kind.start(launch, lines));
        kinds.add(kind);
    }

    /** Starts a node for each launch; {@code lines} gets what they print. */
    public static Cluster mesh(ServerKind kind, List<Launch> launches, Consumer<String> lines) {
        List<Integer> brokers =
                Stream.generate(Ports::free).limit(launches.size()).toList();
        Cluster cluster = new Cluster();
        try {
            for (int i = 0; i < launches.size(); i++) {
                Launch launch = launches.get(i).over(new Messaging.Mesh(brokers.get(i), brokers));
                cluster.add(kind, launch, lines);
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

    /** Starts servers of the kind under test with these launches. */
    public static Cluster mesh(Launch... launches) {
        return mesh(ServerKind.underTest(), List.of(launches), line -> {});
    }

    /** Starts a node of each kind, all of them on one broker, with the ways by which they reach it. */
    public static Cluster over(List<Messaging.External> ways, List<ServerKind> kinds, Launch launch) {
        Cluster cluster = new Cluster();
        try {
            for (int i = 0; i < kinds.size(); i++) {
                Launch node = launch.onPort(Ports.free())
                        .over(ways.get(i))
                        .with("tidings.cluster.user", ArtemisBroker.USER)
                        .with("tidings.cluster.password", ArtemisBroker.PASSWORD);
                cluster.add(kinds.get(i), node, line -> {});
            }
            return cluster;
        } catch (RuntimeException e) {
            cluster.close();
            throw e;
        }
    }

    /** Starts a node again that has ended, at the same port. */
    public void restart(int index) {
        AppServer ended = nodes.get(index);
        nodes.set(index, kinds.get(index).start(ended.launch()));
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
