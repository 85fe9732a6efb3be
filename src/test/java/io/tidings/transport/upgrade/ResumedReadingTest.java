package io.tidings.transport.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.engine.CloseReason;
import io.tidings.engine.EngineUnderTest;
import io.tidings.protocol.websocket.ClientBytes;
import io.tidings.schedule.SteppedExecutor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ResumedReadingTest {

    private static final int SUSPENDING = 64;

    @RegisterExtension
    final EngineUnderTest test = new EngineUnderTest();

    private final WebSocketClient client = WebSocketClient.of(test);
    private final SteppedExecutor work = new SteppedExecutor();

    /** A thread of a container such as Undertow, which can be given work. */
    private static final class WorkingThread extends Thread implements Executor {

        private final Executor work;

        WorkingThread(Runnable first, Executor work) {
            super(first);
            this.work = work;
        }

        @Override
        public void execute(Runnable task) {
            work.execute(task);
        }
    }

    @Test
    void goesOnWithWhoeverResumesIt() throws Exception {
        suspendOn(new Thread(this::sendTooMuch));

        test.executor().step();

        assertThat(client.connection().input().hasUnread()).isFalse();
    }

    @Test
    void goesOnWithTheThreadOfTheContainerWhereThatTakesWork() throws Exception {
        work.hold();
        suspendOn(new WorkingThread(this::sendTooMuch, work));

        test.executor().step();
        assertThat(client.connection().input().hasUnread()).isTrue();

        work.step();
        assertThat(client.connection().input().hasUnread()).isFalse();
        test.executor().release();
        assertThat(test.listener().messagesOf(client.session())).hasSize(SUSPENDING + 1);
    }

    @Test
    void losesTheConnectionWithTheThreadOfTheContainer() throws Exception {
        work.refuse();
        suspendOn(new WorkingThread(this::sendTooMuch, work));

        test.executor().release();

        assertThat(client.session().closeReason()).contains(CloseReason.TRANSPORT_ERROR);
    }

    private void suspendOn(Thread reading) throws Exception {
        test.executor().hold();
        reading.start();
        reading.join();
        client.send(new ClientBytes().text("4last"));
        assertThat(client.connection().input().hasUnread()).isTrue();
    }

    private void sendTooMuch() {
        ClientBytes messages = new ClientBytes();
        for (int i = 0; i < SUSPENDING; i++) {
            messages = messages.text("4" + i);
        }
        try {
            client.send(messages);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
