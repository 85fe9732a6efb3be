package io.tidings.server;

import java.nio.file.Files;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;

/** The servers that Tidings is run on. */
public enum ServerKind {
    PAYARA_MICRO("payara-micro") {
        @Override
        public AppServer start(Launch launch, Consumer<String> lines) {
            return PayaraMicro.start(launch, lines);
        }
    },
    WILDFLY("wildfly") {
        @Override
        public AppServer start(Launch launch, Consumer<String> lines) {
            return WildFly.start(launch, lines);
        }
    };

    private final String label;

    ServerKind(String label) {
        this.label = label;
    }

    /** The name as {@code -Dserver=} has it. */
    public String label() {
        return label;
    }

    /** Starts a server and returns when its WAR answers; {@code lines} gets what the server prints. */
    public abstract AppServer start(Launch launch, Consumer<String> lines);

    public AppServer start(Launch launch) {
        return start(launch, line -> {});
    }

    /** The server that this run of integration tests is for. */
    public static ServerKind underTest() {
        return of(System.getProperty("tidings.it.server", "payara-micro"));
    }

    /** Skips a test that needs all of them where the build was told to run on one. */
    public static void requireAll() {
        Assumptions.assumeTrue(
                Arrays.stream(values()).allMatch(ServerKind::isThere), "-Dserver= leaves out the other server");
    }

    private boolean isThere() {
        return Files.exists(Project.servers().resolve(this == WILDFLY ? "wildfly" : "payara-micro.jar"));
    }

    public static ServerKind of(String label) {
        return Arrays.stream(values())
                .filter(kind -> kind.label.equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("-Dserver=" + label + " is not one of "
                        + Arrays.stream(values()).map(ServerKind::label).collect(Collectors.joining(", "))));
    }
}
