package io.tidings.transport.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.schedule.ManualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ConnectionEndTest {

    private final ManualTime time = new ManualTime();
    private final ConnectionEnd end = new ConnectionEnd(time.deadlines());
    private final List<String> closed = new ArrayList<>();

    @Test
    @DisplayName("E-13k waits for the container to finish the opening")
    void waitsForTheContainerToFinishTheOpening() {
        end.whenOpened(() -> closed.add("gently"));
        end.byForce(() -> closed.add("by force"));
        time.advance(ConnectionEnd.OPENING.minusMillis(50));
        assertThat(closed).isEmpty();

        time.advance(Duration.ofMillis(50));

        assertThat(closed).containsExactly("gently", "by force");
    }

    @Test
    void closesAnOpenConnectionAtOnce() {
        time.advance(ConnectionEnd.OPENING);

        end.whenOpened(() -> closed.add("gently"));

        assertThat(closed).containsExactly("gently");
    }

    @Test
    void closesAtOnceWhereTheThreadThatOpenedItHasNothingToDoAnyMore() throws Exception {
        FutureTask<ConnectionEnd> opening = new FutureTask<>(() -> new ConnectionEnd(time.deadlines()));
        Thread opener = new Thread(opening, "opener");
        opener.start();
        opener.join();

        opening.get().whenOpened(() -> closed.add("gently"));

        assertThat(closed).containsExactly("gently");
    }

    @Test
    void waitsNoLongerThanTheNodeItself() {
        end.whenOpened(() -> closed.add("gently"));

        time.deadlines().expireAll();

        assertThat(closed).containsExactly("gently");
    }

    @Test
    void closesByAThreadThatCannotWaitAndLeavesItAsItWas() {
        time.advance(ConnectionEnd.OPENING);

        end.byForce(() -> closed.add("interrupted: " + Thread.currentThread().isInterrupted()));

        assertThat(closed).containsExactly("interrupted: true");
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void keepsTheMarkOfAThreadThatWasInterruptedBefore() {
        time.advance(ConnectionEnd.OPENING);
        Thread.currentThread().interrupt();

        end.byForce(() -> closed.add("closed"));

        assertThat(Thread.interrupted()).isTrue();
        assertThat(closed).containsExactly("closed");
    }
}
