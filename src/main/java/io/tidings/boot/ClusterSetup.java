package io.tidings.boot;

import io.tidings.cluster.ClusterKey;
import io.tidings.cluster.ClusterSettings;
import io.tidings.cluster.jms.JmsSettings;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The settings of a cluster. */
final class ClusterSetup {

    /** Where servers have a connection factory, or an operator of Tidings would put one. */
    private static final List<String> USUAL = List.of(
            "jms/tidings", "java:/jms/tidings", "java:/ConnectionFactory", "java:comp/DefaultJMSConnectionFactory");

    private static final String FACTORY = "tidings.cluster.connection-factory";
    private static final Duration SHORTEST = Duration.ofMillis(100);
    private static final int MEGABYTE = 1 << 20;

    private final SettingReader reader;
    private final String contextPath;

    /** @param contextPath of the application: two of them on one server are two clusters */
    ClusterSetup(SettingReader reader, String contextPath) {
        this.reader = reader;
        this.contextPath = contextPath;
    }

    /** The names under which a connection factory is looked for, in this order. */
    List<String> names() {
        String name = reader.text(FACTORY, "auto");
        return switch (name) {
            case "auto" -> USUAL;
            case "none" -> List.of();
            default -> List.of(name);
        };
    }

    /** Whether an operator has named a connection factory, which then has to be there. */
    boolean isNamed() {
        return names().size() == 1;
    }

    /** The complaint that it is not. */
    SettingException missing() {
        return new SettingException(
                FACTORY,
                reader.text(FACTORY, "auto"),
                "the JNDI name of a JMS connection factory that is there, auto or none");
    }

    JmsSettings jms() {
        return new JmsSettings(
                topic(),
                optional("tidings.cluster.user"),
                optional("tidings.cluster.password"),
                reader.number("tidings.cluster.queue-messages", 10_000, 16, 1_000_000),
                reader.number("tidings.cluster.queue-bytes", 32 * MEGABYTE, MEGABYTE, 1 << 30),
                maxMessage());
    }

    private String topic() {
        return reader.text("tidings.cluster.topic", "tidings" + contextPath.replace('/', '.'));
    }

    private int maxMessage() {
        return reader.number("tidings.cluster.max-message", 16 * MEGABYTE, MEGABYTE, 1 << 30);
    }

    ClusterSettings cluster() {
        Duration heartbeat = reader.duration("tidings.cluster.heartbeat", "5s", SHORTEST);
        Duration timeout = reader.duration("tidings.cluster.timeout", "10s", SHORTEST);
        if (timeout.compareTo(heartbeat) <= 0) {
            throw new SettingException(
                    "tidings.cluster.timeout", timeout.toString(), "longer than tidings.cluster.heartbeat");
        }
        int nodes = reader.number("tidings.cluster.max-nodes", ClusterSettings.DEFAULT_MAX_NODES, 1, 10_000);
        return new ClusterSettings(heartbeat, timeout, maxMessage(), nodes, key());
    }

    private @Nullable ClusterKey key() {
        String name = "tidings.cluster.key";
        String secret = optional(name);
        if (secret != null && secret.length() < ClusterKey.SHORTEST) {
            throw new SettingException(name, "***", "a secret of at least " + ClusterKey.SHORTEST + " characters");
        }
        return secret == null ? null : new ClusterKey(secret);
    }

    private @Nullable String optional(String name) {
        String value = reader.text(name, "");
        return value.isEmpty() ? null : value;
    }
}
