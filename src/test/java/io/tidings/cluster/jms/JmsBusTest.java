package io.tidings.cluster.jms;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.cluster.ClusterBus.Outgoing;
import io.tidings.cluster.ClusterBus.Receiver;
import io.tidings.cluster.ClusterBus.ReturnAddress;
import io.tidings.protocol.Bytes;
import jakarta.jms.BytesMessage;
import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.Message;
import jakarta.jms.Session;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.activemq.ActiveMQConnectionFactory;
import org.apache.activemq.broker.BrokerService;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The bus over a real broker, which comes and goes. */
class JmsBusTest {

    private static final long PATIENCE_SECONDS = 30;

    private final List<Ear> ears = new ArrayList<>();
    private int port;

    @SuppressWarnings("NullAway.Init") // set before each test
    private BrokerService broker;

    @BeforeEach
    void start() throws Exception {
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        startBroker();
    }

    private void startBroker() throws Exception {
        BrokerService made = new BrokerService();
        made.setPersistent(false);
        made.setUseJmx(false);
        made.setUseShutdownHook(false);
        made.addConnector("tcp://127.0.0.1:" + port);
        made.start();
        made.waitUntilStarted();
        broker = made;
    }

    private void stopBroker() throws Exception {
        broker.stop();
        broker.waitUntilStopped();
    }

    @AfterEach
    void stop() throws Exception {
        ears.forEach(ear -> ear.bus.stop());
        stopBroker();
    }

    private record Said(Bytes bytes, @Nullable ReturnAddress from) {}

    private record Words(String text) implements Outgoing {

        @Override
        public int size() {
            return text.length();
        }

        @Override
        public Optional<Bytes> encode() {
            return Optional.of(Bytes.utf8(text));
        }
    }

    /** Somebody on the bus. */
    private final class Ear implements Receiver {

        final BlockingQueue<Said> heard = new LinkedBlockingQueue<>();
        final BlockingQueue<String> answers = new LinkedBlockingQueue<>();
        final BlockingQueue<String> beginnings = new LinkedBlockingQueue<>();
        final AtomicLong lost = new AtomicLong();
        final List<Thread> threads = new CopyOnWriteArrayList<>();
        final JmsBus bus;

        Ear(int waiting) {
            ConnectionFactory factory = new ActiveMQConnectionFactory("tcp://127.0.0.1:" + port);
            JmsSettings settings = new JmsSettings("tidings", null, null, waiting, 1 << 20, 10_000);
            bus = Objects.requireNonNull(JmsBus.over(factory, settings, work -> {
                Thread thread = new Thread(work);
                threads.add(thread);
                return thread;
            }));
            ears.add(this);
            bus.start(this);
        }

        Ear ready() throws InterruptedException {
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
        void sayUntilHeardBy(Ear other, String text) throws InterruptedException {
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
        public void received(Bytes frame, @Nullable ReturnAddress from) {
            heard.add(new Said(frame, from));
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

    @Test
    void carriesWhatOneSaysToAllInOrder() throws Exception {
        Ear one = new Ear(100_000).ready();
        Ear two = new Ear(100_000).ready();

        for (int i = 0; i < 5_000; i++) {
            one.say("m" + i);
        }

        for (int i = 0; i < 5_000; i++) {
            assertThat(two.nextText()).isEqualTo("m" + i);
            assertThat(one.nextText()).isEqualTo("m" + i);
        }
        assertThat(one.lost.get()).isZero();
    }

    @Test
    void carriesAnswersToTheOneWhoHasAsked() throws Exception {
        Ear one = new Ear(100).ready();
        Ear two = new Ear(100).ready();
        Ear three = new Ear(100).ready();
        Said question = null;
        while (question == null || question.from() == null) {
            // its own address may be there a moment later than its ear
            one.say("question");
            question = two.next();
        }

        two.bus.answer(Objects.requireNonNull(question.from()), new Words("answer"));

        assertThat(one.answers.poll(PATIENCE_SECONDS, TimeUnit.SECONDS)).isEqualTo("answer");
        assertThat(two.answers).isEmpty();
        assertThat(three.answers).isEmpty();
    }

    @Test
    void neverBlocksAndCountsWhatIsLostWhileTheBrokerIsAway() throws Exception {
        Ear one = new Ear(50).ready();
        stopBroker();

        for (int i = 0; i < 1_000; i++) {
            one.say("lost " + i);
        }

        assertThat(one.lost.get()).isGreaterThanOrEqualTo(1_000 - 51);
        startBroker();
    }

    @Test
    void isBackSoonAfterTheBroker() throws Exception {
        Ear one = new Ear(100).ready();
        Ear two = new Ear(100).ready();
        for (int round = 0; round < 2; round++) {
            stopBroker();
            one.say("into the void");
            startBroker();

            two.ready();
            one.ready();
            one.sayUntilHeardBy(two, "back");
            two.heard.clear();
        }
    }

    @Test
    void beginsBeforeTheBrokerIsThere() throws Exception {
        stopBroker();
        Ear one = new Ear(100);
        startBroker();

        one.ready();
        one.sayUntilHeardBy(one, "hello");
    }

    @Test
    void endsAllItsThreadsAfterItsLastWords() throws Exception {
        Ear one = new Ear(100).ready();
        Ear two = new Ear(100).ready();
        one.say("hello");
        assertThat(two.nextText()).isEqualTo("hello");

        one.say("good-bye");
        one.bus.stop();

        assertThat(two.nextText()).isEqualTo("good-bye");
        for (Thread thread : one.threads) {
            thread.join(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
            assertThat(thread.isAlive()).isFalse();
        }
        assertThat(one.threads).hasSize(3);
    }

    @Test
    void endsAllItsThreadsWhereThereIsNoBroker() throws Exception {
        stopBroker();
        Ear one = new Ear(100);
        one.say("nobody hears this");

        one.bus.stop();

        for (Thread thread : one.threads) {
            thread.join(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
            assertThat(thread.isAlive()).isFalse();
        }
        startBroker();
    }

    /** Tells when it is made of bytes that somebody has sent. */
    private static final class Trap implements Serializable {

        static final AtomicBoolean SPRUNG = new AtomicBoolean();
        private static final long serialVersionUID = 1L;

        private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
            SPRUNG.set(true);
            in.defaultReadObject();
        }
    }

    @Test
    @DisplayName("J-01, J-02 reads no objects and nothing that is too large, and goes on")
    void readsNoObjects() throws Exception {
        Ear one = new Ear(100).ready();
        try (Connection connection = new ActiveMQConnectionFactory("tcp://127.0.0.1:" + port).createConnection();
                Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE)) {
            BytesMessage large = session.createBytesMessage();
            large.writeBytes(new byte[10_001]);
            for (Message message : List.of(
                    session.createObjectMessage(new Trap()),
                    session.createMapMessage(),
                    session.createStreamMessage(),
                    large)) {
                session.createProducer(session.createTopic("tidings")).send(message);
            }
        }
        one.say("still here");

        for (int i = 0; i < 4; i++) {
            assertThat(one.next().bytes().isEmpty()).isTrue();
        }
        assertThat(one.nextText()).isEqualTo("still here");
        assertThat(Trap.SPRUNG).isFalse();
    }

    @Test
    void isNoBusOverSomethingElse() {
        assertThat(JmsBus.over("no factory", new JmsSettings("t", null, null, 1, 1, 1), Thread::new))
                .isNull();
    }

    @Test
    void survivesAnAnswerToSomebodyWhoHasGone() throws Exception {
        Ear one = new Ear(100).ready();
        Ear two = new Ear(100).ready();
        Said question = null;
        while (question == null || question.from() == null) {
            one.say("question");
            question = two.next();
        }
        one.bus.stop();

        two.bus.answer(Objects.requireNonNull(question.from()), new Words("too late"));
        two.sayUntilHeardBy(two, "still here");
    }
}
