package io.tidings.emitter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tidings.api.Channel;
import io.tidings.api.Push;
import io.tidings.cluster.ClusterFaults.Kind;
import io.tidings.cluster.jms.TestBroker;
import jakarta.jms.Connection;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a program emits, over a real broker. */
class TopicEmitterTest {

    private static final String KEY = "the key of this cluster";
    private static final TestBroker BROKER = new TestBroker();

    @AfterAll
    static void end() {
        BROKER.close();
    }

    private static TopicEmitter emitter(String topic) {
        return JmsTopic.named(topic).emitter(BROKER.factory());
    }

    private static HeardByNode node(String topic) throws InterruptedException {
        return HeardByNode.over(BROKER.factory(), topic, null);
    }

    private record Order(int number, String what) {}

    @Test
    void emitsAsTheServerItselfWould() throws Exception {
        try (HeardByNode node = node("emits");
                TopicEmitter emitter = emitter("emits")) {
            Channel orders = emitter.of("orders");
            emitter.emit("m", 1, "a", null, true, new Order(7, "tea"), Map.of("k", List.of(1.5)));
            orders.to("a", "b")
                    .except("c")
                    .asVolatile()
                    .compress(false)
                    .emit("m", new byte[] {1}, ByteBuffer.allocate(2));
            orders.toUser("anna").in("d").socketsJoin("x", "y");
            orders.to(List.of()).socketsLeave("x");
            emitter.disconnectSockets();
            orders.except(List.of("c")).disconnectSockets(true);
            orders.serverSideEmit("refresh", 5);

            assertThat(node.next())
                    .isEqualTo("emit / to [] [\"m\",1,\"a\",null,true,{\"number\":7,\"what\":\"tea\"},{\"k\":[1.5]}]");
            assertThat(node.next())
                    .isEqualTo("emit /orders to [a, b] except [c] volatile uncompressed [\"m\","
                            + "{\"_placeholder\":true,\"num\":0},{\"_placeholder\":true,\"num\":1}]  ");
            assertThat(node.next()).isEqualTo("join /orders to [d] users [anna] [x, y]");
            assertThat(node.next()).isEqualTo("leave /orders to [] [x]");
            assertThat(node.next()).isEqualTo("disconnect / to [] false");
            assertThat(node.next()).isEqualTo("disconnect /orders to [] except [c] true");
            assertThat(node.next()).isEqualTo("tell /orders to [] [\"refresh\",5]");
            assertThat(orders.name()).isEqualTo("/orders");
            assertThat(emitter.name()).isEqualTo("/");
            assertThat(node.nodes()).hasSize(1);
        }
    }

    @Test
    void emitsWhatSomebodyFires() throws Exception {
        try (HeardByNode node = node("pushes");
                TopicEmitter emitter = emitter("pushes")) {
            emitter.push(Push.of("shipped", 7)
                    .in("orders")
                    .to("a")
                    .toUser("anna")
                    .except("c")
                    .asVolatile());

            assertThat(node.next()).isEqualTo("emit /orders to [a] users [anna] except [c] volatile [\"shipped\",7]");
        }
    }

    @Test
    void textMessagesAreDoneOnceByEachNode() throws Exception {
        try (HeardByNode one = node("texts");
                HeardByNode two = node("texts")) {
            // What was said until the second listened.
            one.skipTo("emit / to [] [\"ready\"]");
            try (Connection connection = BROKER.factory().createConnection();
                    Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
                    MessageProducer producer = session.createProducer(session.createTopic("texts"))) {
                producer.send(session.createTextMessage("no JSON"));
                producer.send(
                        session.createTextMessage(
                                "{\"emit\":\"shipped\",\"arguments\":[{\"number\":7}],\"of\":\"/orders\",\"to\":[\"order:7\"]}"));
                producer.send(session.createTextMessage("{\"emit\":\"end\"}"));
            }

            for (HeardByNode node : List.of(one, two)) {
                assertThat(node.next()).isEqualTo("emit /orders to [order:7] [\"shipped\",{\"number\":7}]");
                assertThat(node.next()).isEqualTo("emit / to [] [\"end\"]");
                assertThat(node.faults(Kind.UNREADABLE)).isEqualTo(1);
            }
        }
    }

    @Test
    void provesByItsKeyThatItBelongsThere() throws Exception {
        try (HeardByNode node = HeardByNode.over(BROKER.factory(), "proven", KEY);
                TopicEmitter emitter = JmsTopic.named("proven").key(KEY).emitter(BROKER.factory())) {
            try (TopicEmitter stranger = emitter("proven")) {
                stranger.emit("forged");
            }
            emitter.emit("true");

            assertThat(node.next()).isEqualTo("emit / to [] [\"true\"]");
            // The good-bye as well.
            assertThat(node.faults(Kind.FORGED)).isEqualTo(2);
        }
    }

    @Test
    void neverWaitsForTheBrokerAndTellsWhatIsLost() {
        TestBroker away = new TestBroker();
        away.stop();
        TopicEmitter emitter = JmsTopic.named("away").queue(50, 1 << 20).emitter(away.factory());
        for (int i = 0; i < 1_000; i++) {
            emitter.emit("lost", i);
        }
        emitter.close();

        // And the good-bye.
        assertThat(emitter.lost()).isEqualTo(1_000 + 1);
        away.start();
        away.close();
    }

    @Test
    void losesWhatIsEmittedAfterItsEnd() throws Exception {
        TopicEmitter emitter = emitter("closed");
        emitter.close();

        emitter.emit("too late");

        assertThat(emitter.lost()).isEqualTo(1);
    }

    @Test
    void sendsWhatIsWaitingBeforeItEnds() throws Exception {
        try (HeardByNode node = node("last words")) {
            try (TopicEmitter emitter = emitter("last words")) {
                for (int i = 0; i < 100; i++) {
                    emitter.emit("m", i);
                }
            }
            for (int i = 0; i < 100; i++) {
                assertThat(node.next()).isEqualTo("emit / to [] [\"m\"," + i + "]");
            }
            assertThat(node.faults(Kind.MISSING)).isZero();
        }
    }

    @Test
    void isForManyThreads() throws Exception {
        try (HeardByNode node = node("threads");
                TopicEmitter emitter = emitter("threads")) {
            Thread[] threads = new Thread[4];
            for (int t = 0; t < threads.length; t++) {
                threads[t] = new Thread(() -> {
                    for (int i = 0; i < 500; i++) {
                        emitter.emit("m");
                    }
                });
                threads[t].start();
            }
            for (Thread thread : threads) {
                thread.join(TimeUnit.SECONDS.toMillis(30));
            }
            for (int i = 0; i < 2_000; i++) {
                assertThat(node.next()).isEqualTo("emit / to [] [\"m\"]");
            }
            assertThat(node.faults(Kind.MISSING) + node.faults(Kind.LATE)).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"connect", "connect_error", "disconnect", "disconnecting", "newListener"})
    void refusesNamesThatAreReserved(String name) {
        try (TopicEmitter emitter = emitter("refused")) {
            assertThatIllegalArgumentException().isThrownBy(() -> emitter.emit(name));
            assertThatIllegalArgumentException().isThrownBy(() -> emitter.serverSideEmit(name));
        }
    }

    @Test
    void refusesWhatNoServerCouldTake() {
        try (TopicEmitter emitter = emitter("refused")) {
            assertThatIllegalArgumentException().isThrownBy(() -> emitter.of("/a,b"));
            assertThatIllegalArgumentException().isThrownBy(() -> emitter.socketsJoin(""));
            assertThatIllegalArgumentException().isThrownBy(() -> emitter.emit("m", Double.NaN));
            assertThatIllegalArgumentException().isThrownBy(() -> emitter.serverSideEmit("connection"));
            assertThat(emitter.lost()).isZero();
        }
    }

    @Test
    void refusesSettingsThatMakeNoSense() {
        JmsTopic topic = JmsTopic.named("t");

        assertThatIllegalArgumentException().isThrownBy(() -> JmsTopic.named(" "));
        assertThatIllegalArgumentException().isThrownBy(() -> topic.key("short"));
        assertThatIllegalArgumentException().isThrownBy(() -> topic.queue(0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> topic.queue(1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> topic.maxMessage(1));
        assertThat(topic.key(KEY).user("u", "secret").maxMessage(1 << 20)).hasToString("JmsTopic[t]");
    }
}
