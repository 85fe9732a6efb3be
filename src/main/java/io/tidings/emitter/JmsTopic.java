package io.tidings.emitter;

import io.tidings.cluster.ClusterKey;
import io.tidings.cluster.ClusterSettings;
import io.tidings.cluster.Producer;
import io.tidings.cluster.Surroundings;
import io.tidings.cluster.jms.JmsBus;
import io.tidings.cluster.jms.JmsSettings;
import io.tidings.json.JsonArguments;
import jakarta.jms.ConnectionFactory;
import java.util.concurrent.ThreadFactory;
import org.jspecify.annotations.Nullable;

/**
 * The topic of a cluster as somebody outside of it finds it: what {@code tidings.cluster.topic}, {@code key} and {@code user} are there.
 * Immutable: each method gives a new one and leaves this one as it is.
 *
 * <pre>{@code
 * TopicEmitter emitter = JmsTopic.named("tidings.shop").key(secret).emitter(factory);
 * }</pre>
 */
public final class JmsTopic {

    private static final int MESSAGES = 10_000;
    private static final long BYTES = 32L << 20;

    private final JmsSettings settings;
    private final @Nullable ClusterKey key;

    private JmsTopic(JmsSettings settings, @Nullable ClusterKey key) {
        this.settings = settings;
        this.key = key;
    }

    /** The topic of that name, over a connection factory that asks for no user, in a cluster without a key. */
    public static JmsTopic named(String topic) {
        if (topic.isBlank()) {
            throw new IllegalArgumentException("A topic has a name.");
        }
        return new JmsTopic(
                new JmsSettings(topic, null, null, MESSAGES, BYTES, ClusterSettings.DEFAULT_MAX_MESSAGE), null);
    }

    /** The secret by which nodes know that a message comes from somebody of theirs. */
    public JmsTopic key(String secret) {
        return new JmsTopic(settings, new ClusterKey(secret));
    }

    /** Who connects to the broker. */
    public JmsTopic user(String name, String password) {
        return with(new JmsSettings(
                settings.topic(),
                name,
                password,
                settings.waitingMessages(),
                settings.waitingBytes(),
                settings.maxMessage()));
    }

    /** How much waits for the broker; beyond that the oldest is lost. Without it, 10 000 messages and 32 MB. */
    public JmsTopic queue(int messages, long bytes) {
        if (messages < 1 || bytes < 1) {
            throw new IllegalArgumentException("A queue has room for something: " + messages + ", " + bytes);
        }
        return with(new JmsSettings(
                settings.topic(), settings.user(), settings.password(), messages, bytes, settings.maxMessage()));
    }

    /** The bytes of the largest message that nodes take, as {@code tidings.cluster.max-message} has it there. */
    public JmsTopic maxMessage(int bytes) {
        if (bytes < 1 << 20) {
            throw new IllegalArgumentException("Nodes take at least 1 MB: " + bytes);
        }
        return with(new JmsSettings(
                settings.topic(),
                settings.user(),
                settings.password(),
                settings.waitingMessages(),
                settings.waitingBytes(),
                bytes));
    }

    private JmsTopic with(JmsSettings other) {
        return new JmsTopic(other, key);
    }

    /** An emitter over connections of that factory, with a thread of its own that does not keep the program alive. */
    public TopicEmitter emitter(ConnectionFactory factory) {
        return emitter(factory, work -> {
            Thread thread = new Thread(work, "tidings-emitter");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** The same on a thread of that factory: in a container a managed one. */
    public TopicEmitter emitter(ConnectionFactory factory, ThreadFactory threads) {
        Producer producer = new Producer(
                JmsBus.speaking(factory, settings, threads), settings.maxMessage(), key, Surroundings.real());
        return TopicEmitter.over(producer, JsonArguments.whereverTheyAre());
    }

    /** Names no secret. */
    @Override
    public String toString() {
        return "JmsTopic[" + settings.topic() + "]";
    }
}
