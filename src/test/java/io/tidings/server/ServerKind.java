package io.tidings.server;

import java.util.Arrays;
import java.util.function.Consumer;
import java.util.stream.Collectors;

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

    public static ServerKind of(String label) {
        return Arrays.stream(values())
                .filter(kind -> kind.label.equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("-Dserver=" + label + " is not one of "
                        + Arrays.stream(values()).map(ServerKind::label).collect(Collectors.joining(", "))));
    }
}
