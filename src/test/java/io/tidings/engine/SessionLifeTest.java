package io.tidings.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.engine.EngineUnderTest.Wired;
import io.tidings.protocol.engineio.EnginePacket;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SessionLifeTest {

    @RegisterExtension
    final EngineUnderTest test = new EngineUnderTest();

    @Test
    void greetsItsClientWithTheSettings() {
        RecordingTransport[] made = new RecordingTransport[1];
        EngineSession session = test.open(link -> made[0] = RecordingTransport.polling(link));

        assertThat(made[0].sent())
                .containsExactly("0{\"sid\":\"" + session.id().value()
                        + "\",\"upgrades\":[\"websocket\"],\"pingInterval\":25000,\"pingTimeout\":20000,"
                        + "\"maxPayload\":1000000}");
        assertThat(test.listener().eventsOf(session)).containsExactly("opened");
        assertThat(session.isOpen()).isTrue();
    }

    @Test
    void offersNoUpgradeWhereThereIsNone() {
        test.tune(new Tuning().allowUpgrades(false));
        assertThat(greeting(TransportKind.POLLING)).contains("\"upgrades\":[]");

        test.tune(new Tuning().transports(Set.of(TransportKind.POLLING)));
        assertThat(greeting(TransportKind.POLLING)).contains("\"upgrades\":[]");

        test.tune(new Tuning());
        assertThat(greeting(TransportKind.WEBSOCKET)).contains("\"upgrades\":[]");
    }

    private String greeting(TransportKind kind) {
        RecordingTransport[] made = new RecordingTransport[1];
        EngineSession session = test.open(link -> made[0] =
                kind == TransportKind.POLLING ? RecordingTransport.polling(link) : RecordingTransport.webSocket(link));
        session.close(CloseReason.FORCED_CLOSE);
        return made[0].sent().get(0);
    }

    @Test
    void sendsTheInitialPacketBehindTheGreetingAndBeforeAnythingElse() {
        test.tune(new Tuning().initialPacket("hello"));
        test.listener().whenOpened(session -> session.send(EnginePacket.text("first")));
        RecordingTransport[] made = new RecordingTransport[1];

        test.open(link -> made[0] = RecordingTransport.webSocket(link));

        List<String> sent = made[0].sent();
        assertThat(sent).hasSize(3).element(0).asString().startsWith("0{");
        assertThat(sent).endsWith("4hello", "4first");
    }

    @Test
    void isFoundByItsIdWhileItIsOpen() {
        Wired wired = test.openWebSocket();
        String id = wired.session().id().value();

        assertThat(test.engine().find(id)).contains(wired.link());
        assertThat(test.engine().find("another")).isEmpty();
        assertThat(test.engine().sessionCount()).isEqualTo(1);

        wired.session().close(CloseReason.FORCED_CLOSE);
        assertThat(test.engine().find(id)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(CloseReason.class)
    void endsOnceWithTheFirstReason(CloseReason first) {
        Wired wired = test.openWebSocket();

        wired.session().close(first);
        wired.session().close(CloseReason.FORCED_CLOSE);
        wired.session().close();
        wired.transport().lose(CloseReason.TRANSPORT_CLOSE);

        assertThat(wired.session().closeReason()).contains(first);
        assertThat(wired.session().isOpen()).isFalse();
        assertThat(wired.transport().calls()).containsExactly("close");
        assertThat(wired.transport().closeReason()).contains(first);
        assertThat(test.listener().eventsOf(wired.session())).containsExactly("opened", "closed: " + first.words());
    }

    @Test
    void endsWithItsTransport() {
        Wired wired = test.openWebSocket();

        wired.transport().lose(CloseReason.TRANSPORT_ERROR);

        assertThat(wired.session().closeReason()).contains(CloseReason.TRANSPORT_ERROR);
    }

    @Test
    void endsWhenTheClientSaysSo() {
        Wired wired = test.openWebSocket();

        wired.transport().receive("1");

        assertThat(wired.session().closeReason()).contains(CloseReason.TRANSPORT_CLOSE);
    }

    @Test
    void sendsWhatIsQueuedBeforeItClosesGently() {
        Wired wired = test.openWebSocket();
        wired.transport().stall();
        wired.send("a");
        wired.send("b");

        wired.session().close();

        assertThat(wired.session().isOpen()).isFalse();
        assertThat(wired.send("too late")).isFalse();
        assertThat(wired.session().closeReason()).isEmpty();

        wired.transport().unstall();
        assertThat(wired.transport().sent()).containsExactly("4a", "4b", "1");
        assertThat(wired.session().closeReason()).contains(CloseReason.FORCED_CLOSE);
    }

    @Test
    void handsNothingOnWhileItClosesGently() {
        Wired wired = test.openWebSocket();
        wired.transport().stall();
        wired.session().close();

        wired.transport().receive("4ignored");

        assertThat(test.listener().messagesOf(wired.session())).isEmpty();
    }

    @Test
    void doesNotWaitForEverForAClientToFetchTheRest() {
        Wired wired = test.openPolling();
        wired.transport().stall();
        wired.session().close();

        test.time().advance(Duration.ofSeconds(29));
        assertThat(wired.session().closeReason()).isEmpty();

        test.time().advance(Duration.ofSeconds(2));
        assertThat(wired.session().closeReason()).contains(CloseReason.FORCED_CLOSE);
    }

    @Test
    void dropsWhatIsQueuedWhenItClosesAtOnce() {
        Wired wired = test.openWebSocket();
        wired.transport().stall();
        wired.send("a");

        wired.session().close(CloseReason.FORCED_CLOSE);

        assertThat(test.queuedBytes()).isZero();
        assertThat(wired.link().isDrained(wired.transport())).isTrue();
        assertThat(wired.send("b")).isFalse();
    }

    @Test
    void isWritableOnlyWhereAPacketWouldLeaveAtOnce() {
        Wired wired = test.openWebSocket();
        assertThat(wired.session().isWritable()).isTrue();

        wired.transport().stall();
        assertThat(wired.session().isWritable()).isFalse();

        wired.transport().unstall();
        wired.session().close(CloseReason.FORCED_CLOSE);
        assertThat(wired.session().isWritable()).isFalse();
    }

    @Test
    void ignoresATransportThatIsNotItsOwn() {
        Wired wired = test.openWebSocket();
        RecordingTransport foreign = RecordingTransport.webSocket(wired.link());

        foreign.receive("4injected");
        foreign.lose(CloseReason.TRANSPORT_ERROR);

        assertThat(wired.link().take(foreign, 100)).isEmpty();
        assertThat(wired.session().isOpen()).isTrue();
        assertThat(test.listener().messagesOf(wired.session())).isEmpty();
    }

    @Test
    void endsWithItsEngine() {
        Wired one = test.openWebSocket();
        Wired other = test.openPolling();

        test.engine().stop();

        assertThat(one.session().closeReason()).contains(CloseReason.SERVER_SHUTTING_DOWN);
        assertThat(other.session().closeReason()).contains(CloseReason.SERVER_SHUTTING_DOWN);
    }

    @Test
    void endsAtOnceWhereItsEngineHasStopped() {
        test.engine().stop();

        EngineSession session = test.open(RecordingTransport::webSocket);

        assertThat(session.closeReason()).isEqualTo(Optional.of(CloseReason.SERVER_SHUTTING_DOWN));
    }

    @Test
    void mayBeClosedByItsListenerRightAtTheStart() {
        test.listener().whenOpened(session -> session.close(CloseReason.FORCED_CLOSE));

        EngineSession session = test.open(RecordingTransport::webSocket);

        assertThat(test.listener().eventsOf(session)).containsExactly("opened", "closed: forced close");
    }
}
