package io.tidings.emitter;

import io.tidings.cluster.ClusterBus;
import io.tidings.cluster.ClusterFaults;
import io.tidings.cluster.ClusterKey;
import io.tidings.cluster.ClusterNode;
import io.tidings.cluster.ClusterSettings;
import io.tidings.cluster.Surroundings;
import io.tidings.cluster.jms.JmsBus;
import io.tidings.cluster.jms.JmsSettings;
import io.tidings.protocol.socketio.Payload;
import io.tidings.schedule.Deadlines;
import io.tidings.socketio.Cluster;
import io.tidings.socketio.Selection;
import jakarta.jms.ConnectionFactory;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A node without clients, and what it is told to do with its sockets. */
public final class HeardByNode implements AutoCloseable {

    private static final Duration BEAT = Duration.ofSeconds(5);
    private static final int MAX_MESSAGE = 1 << 20;
    private static final long PATIENCE_SECONDS = 30;

    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private final ClusterFaults faults = new ClusterFaults(System::nanoTime);
    private final ClusterNode node;

    public HeardByNode(ClusterBus bus, @Nullable ClusterKey key) {
        node = new ClusterNode(
                bus,
                new ClusterSettings(BEAT, BEAT.multipliedBy(2), MAX_MESSAGE, 8, key),
                new Deadlines(System::nanoTime, Duration.ofMillis(50)),
                new Surroundings(System::currentTimeMillis, new SecureRandom(), faults));
        node.start(new Sockets());
    }

    /** One that listens to the topic when this returns. */
    public static HeardByNode over(ConnectionFactory factory, String topic, @Nullable String secret)
            throws InterruptedException {
        JmsSettings settings = new JmsSettings(topic, null, null, 100, MAX_MESSAGE, MAX_MESSAGE);
        JmsBus bus = Objects.requireNonNull(JmsBus.over(factory, settings, Thread::new));
        HeardByNode made = new HeardByNode(bus, secret == null ? null : new ClusterKey(secret));
        JmsTopic there = JmsTopic.named(topic);
        try (TopicEmitter probe = (secret == null ? there : there.key(secret)).emitter(factory)) {
            made.awaitItself(probe);
        }
        return made;
    }

    /** It may begin to listen a moment after it was made: somebody says something until it is heard. */
    private void awaitItself(TopicEmitter probe) throws InterruptedException {
        String first = null;
        for (int i = 0; first == null && i < 10 * PATIENCE_SECONDS; i++) {
            probe.emit("probe");
            first = heard.poll(100, TimeUnit.MILLISECONDS);
        }
        probe.emit("ready");
        skipTo("emit / to [] [\"ready\"]");
    }

    void skipTo(String line) throws InterruptedException {
        String last = next();
        while (!last.equals(line)) {
            last = next();
        }
    }

    public String next() throws InterruptedException {
        return Objects.requireNonNull(heard.poll(PATIENCE_SECONDS, TimeUnit.SECONDS), "nothing was heard");
    }

    /** What it is told next; null where that takes longer. */
    public @Nullable String nextWithin(long millis) throws InterruptedException {
        return heard.poll(millis, TimeUnit.MILLISECONDS);
    }

    public long faults(ClusterFaults.Kind kind) {
        return faults.count(kind);
    }

    Set<String> nodes() {
        return node.nodes();
    }

    @Override
    public void close() {
        node.stop();
    }

    private final class Sockets implements Cluster {

        private void note(String what, String namespace, Selection selection, Object more) {
            heard.add(what + " " + namespace + " to " + new TreeSet<>(selection.rooms())
                    + (selection.users().isEmpty() ? "" : " users " + new TreeSet<>(selection.users()))
                    + (selection.except().isEmpty() ? "" : " except " + new TreeSet<>(selection.except()))
                    + (selection.isVolatile() ? " volatile" : "") + (selection.isCompressed() ? "" : " uncompressed")
                    + " " + more);
        }

        @Override
        public void emit(String namespace, Selection selection, Payload event) {
            note(
                    "emit",
                    namespace,
                    selection,
                    event.json().toUtf8String() + " ".repeat(event.attachments().size()));
        }

        @Override
        public void join(String namespace, Selection selection, Set<String> rooms) {
            note("join", namespace, selection, new TreeSet<>(rooms));
        }

        @Override
        public void leave(String namespace, Selection selection, Set<String> rooms) {
            note("leave", namespace, selection, new TreeSet<>(rooms));
        }

        @Override
        public void disconnect(String namespace, Selection selection, boolean close) {
            note("disconnect", namespace, selection, close);
        }

        @Override
        public void tellServers(String namespace, Payload event) {
            note("tell", namespace, Selection.ALL, event.json().toUtf8String());
        }
    }
}
