package io.tidings.cluster.jms;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.cluster.ClusterBus.Outgoing;
import io.tidings.cluster.ClusterBus.Receiver;
import io.tidings.cluster.ClusterBus.ReturnAddress;
import io.tidings.protocol.Bytes;
import jakarta.jms.ConnectionFactory;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Somebody on the bus. */
final class BusEar implements Receiver {

    static final long PATIENCE_SECONDS = 30;

    record Said(Bytes bytes, @Nullable ReturnAddress from) {}

    record Words(String text) implements Outgoing {

        @Override
        public int size() {
            return text.length();
        }

        @Override
        public Optional<Bytes> encode() {
            return Optional.of(Bytes.utf8(text));
        }
    }

    final BlockingQueue<Said> heard = new LinkedBlockingQueue<>();
    final BlockingQueue<String> answers = new LinkedBlockingQueue<>();
    final BlockingQueue<String> texts = new LinkedBlockingQueue<>();
    final AtomicLong lost = new AtomicLong();
    final AtomicLong handedOver = new AtomicLong();
    final List<Thread> threads = new CopyOnWriteArrayList<>();
    final JmsBus bus;
    private final BlockingQueue<String> beginnings = new LinkedBlockingQueue<>();

    /** What makes the bus: a node's, or that of somebody who only speaks or listens. */
    interface Making {
        @Nullable
        JmsBus make(Object factory, JmsSettings settings, ThreadFactory threads);
    }

    BusEar(ConnectionFactory factory, int waiting) {
        this(factory, waiting, JmsBus::over);
    }

    BusEar(ConnectionFactory factory, int waiting, Making making) {
        JmsSettings settings = new JmsSettings("tidings", null, null, waiting, 1 << 20, 10_000);
        bus = Objects.requireNonNull(making.make(factory, settings, work -> {
            Thread thread = new Thread(work);
            threads.add(thread);
            return thread;
        }));
        bus.start(this);
    }

    BusEar ready() throws InterruptedException {
        assertThat(beginnings.poll(PATIENCE_SECONDS, TimeUnit.SECONDS)).isNotNull();
        return this;
    }

    void say(String text) {
        bus.publish(new Words(text));
    }

    Said next() throws InterruptedException {
        return Objects.requireNonNull(heard.poll(PATIENCE_SECONDS, TimeUnit.SECONDS), "nothing was heard");
    }

    String nextText() throws InterruptedException {
        return next().bytes().toUtf8String();
    }

    /** Says something until it is heard; the bus may be on its way back. */
    void sayUntilHeardBy(BusEar other, String text) throws InterruptedException {
        for (int i = 0; i < 10 * PATIENCE_SECONDS; i++) {
            say(text);
            Said said = other.heard.poll(100, TimeUnit.MILLISECONDS);
            if (said != null) {
                return;
            }
        }
        throw new AssertionError("never heard: " + text);
    }

    @Override
    public void listening() {
        beginnings.add("listening");
    }

    @Override
    public void together(Runnable messages) {
        handedOver.incrementAndGet();
        messages.run();
    }

    @Override
    public void received(Bytes frame, @Nullable ReturnAddress from) {
        heard.add(new Said(frame, from));
    }

    @Override
    public void told(String text) {
        texts.add(text);
    }

    @Override
    public void answered(Bytes frame) {
        answers.add(frame.toUtf8String());
    }

    @Override
    public void lost(long messages, String why) {
        lost.addAndGet(messages);
    }
}
