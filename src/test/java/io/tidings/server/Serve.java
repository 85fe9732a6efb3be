package io.tidings.server;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** What {@code mvn -Prun} does after the build: serves an application until it is stopped. */
public final class Serve {

    private static final List<String> APPS = List.of("demo", "conformance", "bench");
    private static final List<String> CARRIERS = List.of("auto", "upgrade", "endpoint");
    private static final int MOST_NODES = 8;

    private final Properties options;
    private final Consumer<String> lines;

    private Serve(Properties options, Consumer<String> lines) {
        this.options = options;
        this.lines = lines;
    }

    public static void main(String[] arguments) throws InterruptedException {
        new Serve(System.getProperties(), System.out::println).run();
    }

    private void run() throws InterruptedException {
        ServerKind kind = ServerKind.of(options.getProperty("server", ServerKind.PAYARA_MICRO.label()));
        int nodes = number("nodes", "1", MOST_NODES);
        if (nodes > 1) {
            try (Cluster cluster = Cluster.mesh(kind, launches(nodes), lines)) {
                serve(cluster.nodes());
            }
        } else {
            try (AppServer server = kind.start(launches(1).get(0), lines)) {
                serve(List.of(server));
            }
        }
    }

    private void serve(List<AppServer> servers) throws InterruptedException {
        String uris = servers.stream().map(server -> server.uri().toString()).collect(Collectors.joining(" and "));
        lines.accept("Tidings ready on " + uris);
        for (AppServer server : servers) {
            awaitEnd(server);
        }
    }

    private static void awaitEnd(AppServer server) throws InterruptedException {
        int code = server.process().await();
        if (!server.process().wasTold()) {
            throw new IllegalStateException(
                    "The server at " + server.uri() + " has ended by itself with code " + code + ".");
        }
    }

    /** One for each node, on ports that follow each other. */
    private List<Launch> launches(int nodes) {
        int first = number("http.port", "8080", 65_536 - nodes);
        List<Launch> launches = new ArrayList<>();
        for (int node = 0; node < nodes; node++) {
            launches.add(launch().onPort(free(first + node)));
        }
        return launches;
    }

    private Launch launch() {
        Launch launch = Launch.of(oneOf("app", APPS));
        for (Map.Entry<Object, Object> option : options.entrySet()) {
            String name = option.getKey().toString();
            if (name.startsWith("tidings.")) {
                launch = launch.with(name, option.getValue().toString());
            }
        }
        return options.containsKey("websocket")
                ? launch.with("tidings.websocket", oneOf("websocket", CARRIERS))
                : launch;
    }

    private int number(String option, String byDefault, int most) {
        String given = options.getProperty(option, byDefault);
        int number = given.matches("\\d{1,5}") ? Integer.parseInt(given) : 0;
        if (number < 1 || number > most) {
            throw new IllegalArgumentException("-D" + option + "=" + given + " is not a number from 1 to " + most);
        }
        return number;
    }

    private static int free(int port) {
        if (!Ports.isFree(port)) {
            throw new IllegalArgumentException("Port " + port + " is in use; choose another with -Dhttp.port=");
        }
        return port;
    }

    private String oneOf(String option, List<String> values) {
        String value = options.getProperty(option, values.get(0));
        if (!values.contains(value)) {
            throw new IllegalArgumentException(
                    "-D" + option + "=" + value + " is not one of " + String.join(", ", values));
        }
        return value;
    }
}
