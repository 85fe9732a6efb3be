package io.tidings.socketio;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.LogLines;
import io.tidings.engine.FlushScope;
import io.tidings.schedule.Crew;
import io.tidings.schedule.SteppedExecutor;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class MailboxTest {

    @RegisterExtension
    final LogLines log = new LogLines(Mailbox.class);

    private final SteppedExecutor executor = new SteppedExecutor();
    private final Crew crew = new Crew(executor);
    private final List<String> ran = new ArrayList<>();
    private final Mailbox.Owner owner = new Mailbox.Owner() {
        @Override
        public Crew crew() {
            return crew;
        }

        @Override
        public void flush() {
            ran.add("flush");
        }

        @Override
        public void overwhelmed() {
            ran.add("overwhelmed");
        }
    };
    private final Mailbox mailbox = new Mailbox(owner);

    @BeforeEach
    void open() {
        mailbox.open();
    }

    private void post(String... names) {
        for (String name : names) {
            mailbox.put(() -> {
                ran.add(name);
                return null;
            });
            mailbox.start();
        }
    }

    @Test
    void doesItsTasksInTheOrderTheyCame() {
        executor.hold();
        post("a", "b", "c");
        assertThat(executor.waiting()).isEqualTo(1);

        executor.release();
        post("d");

        assertThat(ran).containsExactly("a", "b", "c", "d");
    }

    @Test
    void beginsNothingBeforeItIsOpened() {
        Mailbox closed = new Mailbox(owner);
        closed.put(() -> {
            ran.add("early");
            return null;
        });
        closed.start();
        assertThat(closed.claim()).isFalse();
        assertThat(ran).isEmpty();

        closed.open();
        assertThat(ran).containsExactly("early");
    }

    @Test
    void beginsNothingBeforeItIsStarted() {
        mailbox.put(() -> {
            ran.add("early");
            return null;
        });
        assertThat(ran).isEmpty();

        mailbox.start();
        assertThat(ran).containsExactly("early");
    }

    @Test
    void handsOverAtTheEndOfABatch() {
        executor.hold();

        FlushScope.run(() -> {
            post("a", "b");
            assertThat(executor.waiting()).isZero();
        });

        assertThat(executor.waiting()).isEqualTo(1);
        executor.release();
        assertThat(ran).containsExactly("a", "b");
    }

    @Test
    void doesNotDoATaskInsideAnother() {
        mailbox.put(() -> {
            post("inner");
            ran.add("outer");
            return null;
        });
        mailbox.start();

        assertThat(ran).containsExactly("outer", "inner");
    }

    @Test
    void waitsForATaskThatGoesOnElsewhere() {
        CompletableFuture<Void> end = new CompletableFuture<>();
        mailbox.put(() -> end);
        post("next");
        assertThat(ran).isEmpty();

        end.completeExceptionally(new IllegalStateException("no matter"));

        assertThat(ran).containsExactly("next");
    }

    @Test
    void isClaimedOnlyWhereNothingIsAhead() {
        assertThat(mailbox.claim()).isTrue();
        assertThat(mailbox.claim()).isFalse();
        post("behind");
        assertThat(ran).isEmpty();

        mailbox.release();
        assertThat(ran).containsExactly("behind");

        mailbox.put(() -> null);
        assertThat(mailbox.claim()).isFalse();
        mailbox.start();
        assertThat(mailbox.claim()).isTrue();
        mailbox.release();
        post("later");
        assertThat(ran).containsExactly("behind", "later");
    }

    @Test
    void letsOthersTakeTheirTurn() {
        executor.hold();
        for (int i = 0; i < 16; i++) {
            post("mine");
        }
        Mailbox other = new Mailbox(owner);
        other.open();
        other.put(() -> {
            ran.add("another's");
            return null;
        });
        other.start();
        post("mine");

        executor.release();

        assertThat(ran).hasSize(18);
        assertThat(ran.indexOf("another's")).isEqualTo(16);
    }

    private Mailbox.Task saying(String name) {
        return () -> {
            ran.add(name);
            if (!mailbox.sendsLater(() -> ran.add(name + " queued"))) {
                ran.add(name + " sent");
            }
            return null;
        };
    }

    private void post(Mailbox.Task... tasks) {
        for (Mailbox.Task task : tasks) {
            mailbox.put(task);
        }
        mailbox.start();
    }

    @Test
    void letsTheLastWordsOfTasksLeaveTogetherWhereMoreFollow() {
        executor.hold();
        post(saying("a"), saying("b"), saying("c"));
        executor.step();

        assertThat(ran).containsExactly("a", "a queued", "b", "b queued", "c", "c sent", "flush");
    }

    @Test
    void letsThemLeaveBeforeItWaits() {
        executor.hold();
        CompletableFuture<Void> rest = new CompletableFuture<>();
        post(saying("a"), () -> rest, saying("b"));
        executor.step();

        assertThat(ran).containsExactly("a", "a queued", "flush");
    }

    @Test
    void letsThemLeaveWhenATaskTakesLong() {
        executor.hold();
        post(
                saying("a"),
                () -> {
                    mailbox.late();
                    return null;
                },
                saying("b"),
                saying("c"));
        executor.step();

        assertThat(ran).containsExactly("a", "a queued", "flush", "b", "b sent", "c", "c sent", "flush");
    }

    @Test
    void keepsNoWordsBackWhereNobodyWatches() {
        CompletableFuture<Void> closed = new CompletableFuture<>();
        post(() -> closed, saying("a"), saying("b"));
        executor.refuse();
        executor.hold();
        closed.complete(null);
        executor.refuse();
        executor.step();

        assertThat(ran).containsExactly("a", "flush", "a sent", "b", "b sent");
    }

    @Test
    void keepsNoWordsBackOnAnotherThreadThanItsOwn() {
        List<Boolean> later = new ArrayList<>();
        executor.hold();
        post(
                () -> {
                    Thread other = new Thread(() -> later.add(mailbox.sendsLater(() -> {})));
                    other.start();
                    try {
                        other.join();
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                    return null;
                },
                saying("b"));
        executor.step();

        assertThat(later).containsExactly(false);
    }

    @Test
    void doesWhatIsLeftItselfWhereTheExecutorIsFull() {
        executor.refuse();
        CompletableFuture<Void> never = new CompletableFuture<>();
        mailbox.put(() -> never);

        post("a");
        assertThat(ran).containsExactly("overwhelmed", "a");

        executor.release();
        post("b");
        assertThat(ran).endsWith("b").hasSize(3);
    }

    @Test
    void goesOnBehindATaskThatFails() {
        mailbox.put(() -> {
            throw new StackOverflowError("as the test wants");
        });
        post("behind");

        assertThat(ran).containsExactly("behind");
        assertThat(log.records()).hasSize(1);
    }
}
