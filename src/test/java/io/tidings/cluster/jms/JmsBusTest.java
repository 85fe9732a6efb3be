package io.tidings.cluster.jms;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.jms.BytesMessage;
import jakarta.jms.Connection;
import jakarta.jms.Message;
import jakarta.jms.Session;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The bus over a real broker, which comes and goes. */
class JmsBusTest {

    private final List<BusEar> ears = new ArrayList<>();
    private final TestBroker broker = new TestBroker();

    @AfterEach
    void stop() {
        ears.forEach(ear -> ear.bus.stop());
        broker.close();
    }

    private BusEar ear(int waiting) {
        BusEar ear = new BusEar(broker.factory(), waiting);
        ears.add(ear);
        return ear;
    }

    @Test
    void carriesWhatOneSaysToAllInOrder() throws Exception {
        BusEar one = ear(100_000).ready();
        BusEar two = ear(100_000).ready();

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
    void handsOverTogetherWhatHasWaitedTogether() throws Exception {
        BusEar one = ear(100_000).ready();
        one.say("is on its way while the others come");

        for (int i = 0; i < 1_000; i++) {
            one.say("m" + i);
        }
        for (int i = 0; i <= 1_000; i++) {
            one.next();
        }

        assertThat(one.handedOver.get()).isLessThan(500);
    }

    @Test
    void carriesAnswersToTheOneWhoHasAsked() throws Exception {
        BusEar one = ear(100).ready();
        BusEar two = ear(100).ready();
        BusEar three = ear(100).ready();
        BusEar.Said question = null;
        while (question == null || question.from() == null) {
            // its own address may be there a moment later than its ear
            one.say("question");
            question = two.next();
        }

        two.bus.answer(Objects.requireNonNull(question.from()), new BusEar.Words("answer"));

        assertThat(one.answers.poll(BusEar.PATIENCE_SECONDS, TimeUnit.SECONDS)).isEqualTo("answer");
        assertThat(two.answers).isEmpty();
        assertThat(three.answers).isEmpty();
    }

    @Test
    void neverBlocksAndCountsWhatIsLostWhileTheBrokerIsAway() throws Exception {
        BusEar one = ear(50).ready();
        broker.stop();

        for (int i = 0; i < 1_000; i++) {
            one.say("lost " + i);
        }

        one.bus.stop();
        // What was written before the connection knew that it was broken, JMS itself has lost.
        assertThat(one.lost.get()).isGreaterThanOrEqualTo(1_000 - 4 * 50);
        broker.start();
    }

    @Test
    void isBackSoonAfterTheBroker() throws Exception {
        BusEar one = ear(100).ready();
        BusEar two = ear(100).ready();
        for (int round = 0; round < 2; round++) {
            broker.stop();
            one.say("into the void");
            broker.start();

            two.ready();
            one.ready();
            one.sayUntilHeardBy(two, "back");
            two.heard.clear();
        }
    }

    @Test
    void beginsBeforeTheBrokerIsThere() throws Exception {
        broker.stop();
        BusEar one = ear(100);
        broker.start();

        one.ready();
        one.sayUntilHeardBy(one, "hello");
    }

    @Test
    void endsAllItsThreadsAfterItsLastWords() throws Exception {
        BusEar one = ear(100).ready();
        BusEar two = ear(100).ready();
        one.say("hello");
        assertThat(two.nextText()).isEqualTo("hello");

        one.say("good-bye");
        one.bus.stop();

        assertThat(two.nextText()).isEqualTo("good-bye");
        for (Thread thread : one.threads) {
            thread.join(TimeUnit.SECONDS.toMillis(BusEar.PATIENCE_SECONDS));
            assertThat(thread.isAlive()).isFalse();
        }
        assertThat(one.threads).hasSize(3);
    }

    @Test
    void endsAllItsThreadsWhereThereIsNoBroker() throws Exception {
        broker.stop();
        BusEar one = ear(100);
        one.say("nobody hears this");

        one.bus.stop();

        for (Thread thread : one.threads) {
            thread.join(TimeUnit.SECONDS.toMillis(BusEar.PATIENCE_SECONDS));
            assertThat(thread.isAlive()).isFalse();
        }
        broker.start();
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
        BusEar one = ear(100).ready();
        try (Connection connection = broker.factory().createConnection();
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
    void handsOnTextAsText() throws Exception {
        BusEar one = ear(100).ready();
        try (Connection connection = broker.factory().createConnection();
                Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE)) {
            session.createProducer(session.createTopic("tidings")).send(session.createTextMessage("t\u00e9xt"));
            session.createProducer(session.createTopic("tidings")).send(session.createTextMessage());
        }

        assertThat(one.texts.poll(BusEar.PATIENCE_SECONDS, TimeUnit.SECONDS)).isEqualTo("t\u00e9xt");
        assertThat(one.next().bytes().isEmpty()).isTrue();
    }

    @Test
    void hasAThreadForEachThingThatItDoes() throws Exception {
        BusEar speaker = new BusEar(broker.factory(), 100, JmsBus::toSpeak);
        BusEar listener = new BusEar(broker.factory(), 100, JmsBus::toListen);
        ears.addAll(List.of(speaker, listener));
        listener.ready();

        speaker.say("hello");

        assertThat(listener.nextText()).isEqualTo("hello");
        assertThat(speaker.threads).hasSize(1);
        assertThat(listener.threads).hasSize(1);
        assertThat(speaker.heard).isEmpty();
    }

    @Test
    void countsWhatIsStillWaitingAtItsEnd() {
        BusEar one = new BusEar(
                broker.factory(),
                100,
                (factory, settings, threads) -> JmsBus.over(factory, settings, work -> threads.newThread(() -> {})));
        one.say("nobody takes this");

        one.bus.stop();

        assertThat(one.lost.get()).isEqualTo(1);
    }

    @Test
    void isNoBusOverSomethingElse() {
        JmsSettings settings = new JmsSettings("t", null, null, 1, 1, 1);

        assertThat(JmsBus.over("no factory", settings, Thread::new)).isNull();
        assertThat(JmsBus.toSpeak("no factory", settings, Thread::new)).isNull();
        assertThat(JmsBus.toListen("no factory", settings, Thread::new)).isNull();
    }

    @Test
    void survivesAnAnswerToSomebodyWhoHasGone() throws Exception {
        BusEar one = ear(100).ready();
        BusEar two = ear(100).ready();
        BusEar.Said question = null;
        while (question == null || question.from() == null) {
            one.say("question");
            question = two.next();
        }
        one.bus.stop();

        two.bus.answer(Objects.requireNonNull(question.from()), new BusEar.Words("too late"));
        two.sayUntilHeardBy(two, "still here");
    }
}
