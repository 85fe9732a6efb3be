package io.tidings.cluster.jms;

import io.tidings.cluster.ClusterBus;
import io.tidings.protocol.Bytes;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.Destination;
import jakarta.jms.JMSException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadFactory;
import org.jspecify.annotations.Nullable;

/**
 * A topic that all nodes publish to and listen to, and a temporary topic of each node for what is answered to it. Up to three threads, each
 * with a connection of its own, so that none waits for another: they are the only ones that ever talk to the broker.
 */
public final class JmsBus implements ClusterBus {

    private static final Duration LAST_WORDS = Duration.ofSeconds(2);
    /** A short program may come to its end before its connection is there; an application that is stopped had its time. */
    private static final Duration LAST_WORDS_OF_A_PROGRAM = Duration.ofSeconds(10);

    /** What somebody does on the topic. */
    private enum Part {
        NODE,
        SPEAKER,
        LISTENER
    }

    private final Part part;
    private final Duration lastWords;
    private final ConnectionFactory factory;
    private final JmsSettings settings;
    private final ThreadFactory threads;
    private final Waiting waiting;
    private final List<Thread> running = new ArrayList<>();
    private final List<Listener> listeners = new ArrayList<>();
    private volatile @Nullable Destination ownAddress;
    private volatile @Nullable Receiver receiver;

    private JmsBus(
            Part part, Duration lastWords, ConnectionFactory factory, JmsSettings settings, ThreadFactory threads) {
        this.part = part;
        this.lastWords = lastWords;
        this.factory = factory;
        this.settings = settings;
        this.threads = threads;
        this.waiting = new Waiting(settings);
    }

    /**
     * A bus over what was found under the name of a connection factory; null where that is something else.
     *
     * @param threads managed, so that what they call runs as the application
     */
    public static @Nullable JmsBus over(Object found, JmsSettings settings, ThreadFactory threads) {
        return found instanceof ConnectionFactory factory
                ? new JmsBus(Part.NODE, LAST_WORDS, factory, settings, threads)
                : null;
    }

    /** A bus for a program that only publishes. */
    public static JmsBus speaking(ConnectionFactory factory, JmsSettings settings, ThreadFactory threads) {
        return new JmsBus(Part.SPEAKER, LAST_WORDS_OF_A_PROGRAM, factory, settings, threads);
    }

    /** As {@link #over}, for somebody who only publishes. */
    public static @Nullable JmsBus toSpeak(Object found, JmsSettings settings, ThreadFactory threads) {
        return found instanceof ConnectionFactory factory
                ? new JmsBus(Part.SPEAKER, LAST_WORDS, factory, settings, threads)
                : null;
    }

    /** As {@link #over}, for somebody who only hears what others publish. */
    public static @Nullable JmsBus toListen(Object found, JmsSettings settings, ThreadFactory threads) {
        return found instanceof ConnectionFactory factory
                ? new JmsBus(Part.LISTENER, LAST_WORDS, factory, settings, threads)
                : null;
    }

    private record Address(Destination destination) implements ReturnAddress {}

    @Override
    public void start(Receiver given) {
        receiver = given;
        if (part == Part.NODE) {
            listen("answers", new Listener(factory, settings, new OwnAddress(given)));
        }
        if (part != Part.SPEAKER) {
            listen("topic", new Listener(factory, settings, new Topic(given)));
        }
        if (part != Part.LISTENER) {
            begin("speaker", new Speaker(factory, settings, waiting, given, () -> ownAddress));
        }
    }

    private void listen(String name, Listener listener) {
        listeners.add(listener);
        begin(name, listener);
    }

    private void begin(String name, Runnable work) {
        Thread thread = threads.newThread(work);
        thread.setName("tidings-cluster-" + name);
        running.add(thread);
        thread.start();
    }

    @Override
    public void publish(Outgoing message) {
        add(new Waiting.Message(message, null));
    }

    @Override
    public void answer(ReturnAddress to, Outgoing message) {
        if (to instanceof Address address) {
            add(new Waiting.Message(message, address.destination()));
        }
    }

    private void add(Waiting.Message message) {
        tellLost(
                waiting.add(message),
                "more wait for the broker than tidings.cluster.queue-messages and queue-bytes allow");
    }

    private void tellLost(int messages, String why) {
        Receiver told = receiver;
        if (messages > 0 && told != null) {
            told.lost(messages, why);
        }
    }

    @Override
    public void stop() {
        waiting.end();
        listeners.forEach(Listener::stop);
        long end = System.nanoTime() + lastWords.toNanos();
        try {
            for (Thread thread : running) {
                thread.join(
                        Math.max(1, Duration.ofNanos(end - System.nanoTime()).toMillis()));
                // A thread that the broker holds would keep the classes of the application.
                thread.interrupt();
            }
        } catch (InterruptedException hurried) {
            running.forEach(Thread::interrupt);
            Thread.currentThread().interrupt();
        }
        tellLost(waiting.clear(), "the broker has not taken them before the end");
    }

    /** What all say to all. */
    private final class Topic implements Listener.Ear {

        private final Receiver receiver;

        Topic(Receiver receiver) {
            this.receiver = receiver;
        }

        @Override
        public Destination destination(Line line) throws JMSException {
            return line.topic(settings);
        }

        @Override
        public void listening(Destination destination) {
            receiver.listening();
        }

        @Override
        public void deaf() {
            // What is said meanwhile shows as a gap.
        }

        @Override
        public void heard(List<Bytes> parts, @Nullable Destination answers) {
            Address from = answers == null ? null : new Address(answers);
            receiver.together(() -> parts.forEach(part -> receiver.received(part, from)));
        }

        @Override
        public void heard(String text) {
            receiver.told(text);
        }
    }

    /** What others answer to this node. A topic, because temporary queues do not cross the brokers of a WildFly cluster. */
    private final class OwnAddress implements Listener.Ear {

        private final Receiver receiver;

        OwnAddress(Receiver receiver) {
            this.receiver = receiver;
        }

        @Override
        public Destination destination(Line line) throws JMSException {
            return line.session().createTemporaryTopic();
        }

        @Override
        public void listening(Destination destination) {
            ownAddress = destination;
        }

        @Override
        public void deaf() {
            ownAddress = null;
        }

        @Override
        public void heard(List<Bytes> parts, @Nullable Destination noAnswers) {
            parts.forEach(receiver::answered);
        }

        @Override
        public void heard(String text) {
            receiver.answered(Bytes.EMPTY);
        }
    }
}
