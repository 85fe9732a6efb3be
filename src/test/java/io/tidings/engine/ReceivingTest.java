package io.tidings.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.LogLines;
import io.tidings.engine.EngineUnderTest.Wired;
import io.tidings.protocol.Bytes;
import io.tidings.protocol.engineio.EnginePacket;
import io.tidings.protocol.engineio.PacketType;
import java.util.Collections;
import java.util.List;
import java.util.logging.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReceivingTest {

    @RegisterExtension
    final EngineUnderTest test = new EngineUnderTest();

    @RegisterExtension
    final LogLines log = new LogLines(PeerFaults.class);

    private final Wired wired = test.openWebSocket();

    @Test
    void handsMessagesOnInTheirOrder() {
        wired.transport()
                .receive(
                        EnginePacket.text("a"),
                        EnginePacket.PONG,
                        EnginePacket.binary(Bytes.utf8("b")),
                        EnginePacket.NOOP,
                        EnginePacket.text("c"));

        assertThat(test.listener().messagesOf(wired.session())).containsExactly("a", "binary b", "c");
    }

    @Test
    void handsOnWhatCameBeforeTheEndAndNothingAfterIt() {
        wired.transport().receive(EnginePacket.text("a"), EnginePacket.CLOSE, EnginePacket.text("b"));

        assertThat(test.listener().eventsOf(wired.session())).containsExactly("opened", "a", "closed: transport close");
    }

    @Test
    void handsOnWhatCameBeforeTheEndThoughItsHandlerIsSlow() {
        test.executor().hold();
        wired.transport().receive("4a");
        wired.transport().lose(CloseReason.TRANSPORT_CLOSE);

        test.executor().release();

        assertThat(test.listener().eventsOf(wired.session())).containsExactly("opened", "a", "closed: transport close");
    }

    @ParameterizedTest
    @EnumSource(
            value = CloseReason.class,
            names = {"FORCED_CLOSE", "SERVER_SHUTTING_DOWN", "SLOW_CONSUMER", "FLOODING", "OVERLOADED"})
    void dropsWhatWaitsForTheHandlerWhereThisSideEndedTheSession(CloseReason reason) {
        test.executor().hold();
        wired.transport().receive("4a");
        wired.session().close(reason);

        test.executor().release();

        assertThat(test.listener().eventsOf(wired.session())).containsExactly("opened", "closed: " + reason.words());
    }

    @Test
    void handsNothingOnAfterItsHandlerHasEndedTheSessionInTheMiddleOfABatch() {
        test.listener().whenMessage((session, message) -> session.close(CloseReason.TRANSPORT_CLOSE));

        wired.transport().receive(EnginePacket.text("a"), EnginePacket.PONG, EnginePacket.text("b"));

        assertThat(test.listener().eventsOf(wired.session())).containsExactly("opened", "a", "closed: transport close");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "2probe", "0{}", "0"})
    void endsASessionWhoseClientSpeaksOutOfTurn(String packet) {
        wired.transport().receive(packet);

        assertThat(wired.session().closeReason()).contains(CloseReason.PARSE_ERROR);
        assertThat(log.messages()).containsExactly("closed a session: parse error, client 192.0.2.1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"3", "3probe", "6", "5"})
    void ignoresPacketsThatMeanNothingHere(String packet) {
        wired.transport().receive(packet);

        assertThat(wired.session().isOpen()).isTrue();
        assertThat(test.listener().messagesOf(wired.session())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = PacketType.class,
            names = {"PONG", "NOOP", "UPGRADE"})
    void endsASessionThatFloodsItWithPacketsWithoutMessages(PacketType type) {
        List<EnginePacket> flood = Collections.nCopies(100, new EnginePacket(type, Bytes.EMPTY, false));
        wired.link().received(wired.transport(), flood);
        assertThat(wired.session().isOpen()).isTrue();

        wired.link().received(wired.transport(), flood);

        assertThat(wired.session().closeReason()).contains(CloseReason.FLOODING);
        assertThat(log.messages()).containsExactly("closed a session: flooding, client 192.0.2.1");
    }

    @Test
    void doesNotCountMessagesAsControlPackets() {
        for (int i = 0; i < 1_000; i++) {
            wired.transport().receive("4m");
        }

        assertThat(test.listener().messagesOf(wired.session())).hasSize(1_000);
        assertThat(wired.session().isOpen()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(classes = {IllegalStateException.class, StackOverflowError.class, NoClassDefFoundError.class})
    void keepsASessionOpenWhoseHandlerFails(Class<? extends Throwable> failure) {
        test.listener().whenMessage((session, message) -> {
            if (message.data().equals(Bytes.utf8("bad"))) {
                throwAny(failure);
            }
        });

        wired.transport().receive(EnginePacket.text("bad"), EnginePacket.text("good"));
        wired.transport().receive("4better");

        assertThat(test.listener().messagesOf(wired.session())).containsExactly("bad", "good", "better");
        assertThat(wired.session().isOpen()).isTrue();
        assertThat(wired.link().isReadingSuspended(wired.transport())).isFalse();
        assertThat(log.records()).singleElement().satisfies(line -> {
            assertThat(line.getLevel()).isEqualTo(Level.WARNING);
            assertThat(line.getMessage())
                    .isEqualTo("the application failed on an event: a listener, client 192.0.2.1;"
                            + " the session stays open");
            assertThat(line.getThrown()).isInstanceOf(failure);
        });
    }

    @Test
    void goesOnWhereTheListenerFailsAtTheBeginningAndAtTheEnd() {
        test.listener().whenOpened(session -> throwAny(IllegalStateException.class));
        test.listener().whenClosed(session -> throwAny(IllegalStateException.class));
        Wired failing = test.openWebSocket();

        failing.transport().receive("4a");
        failing.session().close(CloseReason.FORCED_CLOSE);

        assertThat(test.listener().eventsOf(failing.session())).containsExactly("opened", "a", "closed: forced close");
    }

    @SuppressWarnings("unchecked") // makes the compiler take any failure for an unchecked one
    private static <T extends Throwable> void throwAny(Class<? extends Throwable> failure) throws T {
        try {
            throw (T) failure.getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
