package io.tidings.server;

import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Consumer;

/** What {@code mvn -Prun} does after the build: serves an application until it is stopped. */
public final class Serve {

    private static final List<String> APPS = List.of("demo", "conformance", "bench");
    private static final List<String> CARRIERS = List.of("auto", "upgrade", "endpoint");

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
        try (AppServer server = kind.start(launch(), lines)) {
            lines.accept("Tidings ready on " + server.uri());
            int code = server.process().await();
            if (!server.process().wasTold()) {
                throw new IllegalStateException("The server has ended by itself with code " + code + ".");
            }
        }
    }

    private Launch launch() {
        Launch launch = Launch.of(oneOf("app", APPS)).onPort(port());
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

    private int port() {
        String given = options.getProperty("http.port", "8080");
        int port = given.matches("\\d{1,5}") ? Integer.parseInt(given) : 0;
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException("-Dhttp.port=" + given + " is not a port (1 to 65535)");
        }
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
