package io.tidings.transport.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.engine.CloseReason;
import io.tidings.engine.EngineUnderTest;
import io.tidings.protocol.engineio.EnginePacket;
import io.tidings.protocol.websocket.ClientBytes;
import io.tidings.schedule.ManualTime;
import io.tidings.transport.fakes.FakeConnection;
import io.tidings.transport.http.ConnectionEnd;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What one thread reads or writes while another one ends the connection. */
class ConnectionAtWorkTest {

    @RegisterExtension
    final EngineUnderTest test = new EngineUnderTest();

    private final WebSocketClient client = WebSocketClient.of(test);
    private final CountDownLatch returned = new CountDownLatch(1);

    @Test
    void isNotClosedWhileAnotherThreadReads() throws Exception {
        client.session().close(CloseReason.SLOW_CONSUMER);
        client.connection().input().duringNextRead(this::patienceEnds);

        client.send(new ClientBytes().text("4late"));

        assertThat(client.connection().closes()).isEqualTo(1);
        assertThat(client.connection().wasForced()).isTrue();
    }

    /** What Payara has read when it is closed by another thread becomes one more request. */
    @Test
    void isClosedByTheThreadThatReadsWhereTheClientIsStillSending() throws Exception {
        client.session().close(CloseReason.SLOW_CONSUMER);
        test.time().advance(WebSocketClient.CLOSE_TIMEOUT);
        assertThat(client.connection().isClosed()).isFalse();

        client.send(new ClientBytes().text("4late"));

        assertThat(client.connection().closes()).isEqualTo(1);
        assertThat(client.connection().wasForced()).isTrue();
    }

    @Test
    void isClosedATickLaterWhereTheClientIsSilent() {
        client.session().close(CloseReason.SLOW_CONSUMER);
        test.time().advance(WebSocketClient.CLOSE_TIMEOUT);
        assertThat(client.connection().isClosed()).isFalse();

        test.time().advance(ManualTime.TICK);

        assertThat(client.connection().closes()).isEqualTo(1);
    }

    @Test
    void isNotClosedWhileAnotherThreadWrites() {
        client.connection().output().duringNextWrite(this::patienceEnds);

        client.session().close(CloseReason.FORCED_CLOSE);

        assertThat(client.connection().isClosed()).isFalse();
        test.time().advance(ManualTime.TICK);
        assertThat(client.connection().closes()).isEqualTo(1);
    }

    private void patienceEnds() {
        elsewhere(() -> test.time().advance(WebSocketClient.CLOSE_TIMEOUT.plus(ManualTime.TICK)));
        assertThat(client.connection().isClosed()).isFalse();
    }

    @Test
    void isClosedInTheEndThoughSomebodyNeverStopsReading() throws Exception {
        client.session().close(CloseReason.SLOW_CONSUMER);
        client.connection()
                .input()
                .duringNextRead(
                        () -> elsewhere(() -> test.time().advance(WebSocketClient.CLOSE_TIMEOUT.multipliedBy(2))));

        client.send(new ClientBytes().text("4late"));

        assertThat(client.connection().closes()).isEqualTo(1);
    }

    @Test
    void isClosedAtOnceWhereTheNodeEnds() throws Exception {
        client.session().close(CloseReason.SERVER_SHUTTING_DOWN);
        client.connection()
                .input()
                .duringNextRead(() -> elsewhere(() -> test.deadlines().expireAll()));

        client.send(new ClientBytes().text("4late"));

        assertThat(client.connection().closes()).isEqualTo(1);
    }

    /** Payara closes the connection itself as soon as it has told that it broke. */
    @Test
    void isLeftAloneBeforeTheContainerIsAnsweredThatSaysItBroke() throws Exception {
        Thread container = new Thread(() -> breakConnection(client.connection()), "container");
        client.connection().output().duringNextWrite(() -> {
            container.start();
            awaitSessions(0);
            assertThat(returned.getCount()).isEqualTo(1);
        });

        client.session().send(EnginePacket.text("a"));

        assertThat(returned.await(10, TimeUnit.SECONDS)).isTrue();
        container.join();
        test.time().advance(ManualTime.TICK);
        assertThat(client.connection().closes()).isEqualTo(1);
    }

    /** Payara may tell that a connection broke before the thread that opens it is done with that. */
    @Test
    void isLeftAloneUntilItHasBeenOpened() throws Exception {
        WebSocketClient gone = WebSocketClient.opening(
                test,
                connection -> connection.output().beforeListening(() -> {
                    new Thread(() -> breakConnection(connection), "container").start();
                    awaitSessions(1);
                    assertThat(returned.getCount()).isEqualTo(1);
                }));

        assertThat(returned.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(gone.session().closeReason()).contains(CloseReason.TRANSPORT_ERROR);
    }

    /** Payara gives the request back when it has told that the connection broke, on the very thread that listens. */
    @Test
    void isLostWhereTheContainerHasTakenItBack() {
        WebSocketClient gone = WebSocketClient.opening(
                test,
                connection -> connection.output().beforeListening(() -> {
                    throw new IllegalStateException("neither asynchronous nor upgraded");
                }));

        assertThat(gone.session().closeReason()).contains(CloseReason.TRANSPORT_ERROR);
        test.time().advance(ConnectionEnd.OPENING.plus(ManualTime.TICK));
        assertThat(gone.connection().closes()).isEqualTo(1);
    }

    private void breakConnection(FakeConnection connection) {
        connection.input().fail();
        returned.countDown();
    }

    private void awaitSessions(int left) {
        while (test.engine().sessionCount() > left) {
            Thread.onSpinWait();
        }
    }

    private static void elsewhere(Runnable action) {
        Thread other = new Thread(action, "elsewhere");
        other.start();
        try {
            other.join();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
