package io.tidings.boot;

import io.tidings.cluster.ClusterKey;
import io.tidings.cluster.ClusterSettings;
import io.tidings.cluster.OutsiderSettings;
import io.tidings.cluster.TextLimits;
import io.tidings.cluster.jms.JmsSettings;
import io.tidings.protocol.socketio.PacketLimits;
import io.tidings.socketio.SocketIoSettings;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The settings of a cluster. */
final class ClusterSetup {

    /** Where servers have a connection factory, or an operator of Tidings would put one. */
    private static final List<String> USUAL = List.of(
            "jms/tidings", "java:/jms/tidings", "java:/ConnectionFactory", "java:comp/DefaultJMSConnectionFactory");

    private static final String FACTORY = "tidings.cluster.connection-factory";
    private static final Duration SHORTEST = Duration.ofMillis(100);
    private static final int MEGABYTE = 1 << 20;
    private static final String TOPIC = "tidings.cluster.topic";
    private static final Pattern FORWARDED = Pattern.compile("(/\\S*)\\s+(\\S.*)");

    private final SettingReader reader;
    private final String usualTopic;

    /** @param contextPath of the application: two of them on one server are two clusters */
    ClusterSetup(SettingReader reader, String contextPath) {
        this.reader = reader;
        this.usualTopic = "tidings" + contextPath.replace('/', '.');
    }

    /** The settings of an application that means the cluster of another one, and has to say of which. */
    static ClusterSetup ofAnother(SettingReader reader) {
        if (reader.text(TOPIC, "").isEmpty()) {
            throw new SettingException(
                    TOPIC, "", "the topic of the application whose sockets are meant, such as tidings.shop");
        }
        return new ClusterSetup(reader, "");
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
        return reader.text(TOPIC, usualTopic);
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

    int maxProducers() {
        return reader.number("tidings.cluster.max-producers", OutsiderSettings.DEFAULT_MAX_PRODUCERS, 1, 1_000_000);
    }

    /** What is taken of those who are no nodes; of text no more than a client might send. */
    OutsiderSettings outsiders(SocketIoSettings socketIo) {
        PacketLimits packets = socketIo.packets();
        TextLimits texts = new TextLimits(
                reader.number("tidings.cluster.max-text-message", TextLimits.DEFAULT_TEXT, 64, 1 << 30),
                packets.maxDepth(),
                packets.maxNamespace(),
                socketIo.limits().eventName(),
                socketIo.limits().roomName());
        boolean areTaken = reader.flag("tidings.cluster.text-messages", key() == null);
        return new OutsiderSettings(maxProducers(), areTaken ? texts : null);
    }

    /** The events that other applications are to hear of, and the namespaces in which they are. */
    Map<String, Set<String>> forwardedEvents() {
        String legal = "pairs of a namespace and an event, such as /orders order, separated by commas";
        Map<String, Set<String>> namespacesByEvent = new HashMap<>();
        for (String pair : reader.list("tidings.cluster.forward-events", "", FORWARDED, legal)) {
            Matcher parts = FORWARDED.matcher(pair);
            if (parts.matches()) {
                namespacesByEvent
                        .computeIfAbsent(parts.group(2), event -> new HashSet<>())
                        .add(parts.group(1));
            }
        }
        return namespacesByEvent;
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
