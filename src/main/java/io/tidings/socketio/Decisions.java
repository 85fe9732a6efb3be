package io.tidings.socketio;

import io.tidings.api.ArgumentException;
import io.tidings.api.RefusedException;
import io.tidings.api.Verdict;
import io.tidings.schedule.Deadline;
import io.tidings.schedule.Deadlines;
import java.time.Duration;
import java.util.Iterator;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Gets verdicts out of application code that may fail, take its time, or never answer. */
final class Decisions {

    private static final Verdict FAILED = Verdict.refused("Forbidden");
    private static final Verdict TOO_LATE = Verdict.refused("Timed out");

    private final Executor executor;
    private final Deadlines deadlines;
    private final Duration patience;
    private final Consumer<Throwable> onFailure;

    /** The last argument hears of failures that are nobody's decision. */
    Decisions(Executor executor, Deadlines deadlines, Duration patience, Consumer<Throwable> onFailure) {
        this.executor = executor;
        this.deadlines = deadlines;
        this.patience = patience;
        this.onFailure = onFailure;
    }

    /** Asks one after another until one refuses, and then gives that verdict, or that of the last; those that accept are shown to the observer. */
    void askAll(Iterator<Callable<Verdict>> questions, Consumer<Verdict> accepted, Consumer<Verdict> result) {
        if (!questions.hasNext()) {
            result.accept(Verdict.accepted());
            return;
        }
        ask(questions.next(), verdict -> {
            if (verdict.isAccepted()) {
                accepted.accept(verdict);
                askAll(questions, accepted, result);
            } else {
                result.accept(verdict);
            }
        });
    }

    /** Asks, and gives a final verdict exactly once: on this thread, or on the executor if it took a while. */
    void ask(Callable<Verdict> question, Consumer<Verdict> result) {
        Verdict verdict = askNow(question);
        CompletionStage<Verdict> pending = verdict.pending();
        if (pending == null) {
            result.accept(verdict);
        } else {
            await(pending, result);
        }
    }

    private Verdict askNow(Callable<Verdict> question) {
        try {
            return Objects.requireNonNull(question.call(), "a verdict that is null");
        } catch (Throwable failure) {
            return refusalBy(failure);
        }
    }

    private void await(CompletionStage<Verdict> pending, Consumer<Verdict> result) {
        AtomicBoolean settled = new AtomicBoolean();
        Deadline limit = deadlines.after(patience, () -> settle(settled, TOO_LATE, result));
        pending.whenComplete((verdict, failure) -> {
            limit.cancel();
            settle(settled, failure != null ? refusalBy(failure) : verdict, result);
        });
    }

    private void settle(AtomicBoolean settled, @Nullable Verdict verdict, Consumer<Verdict> result) {
        if (!settled.compareAndSet(false, true)) {
            return;
        }
        try {
            executor.execute(() -> ask(() -> Objects.requireNonNull(verdict, "a verdict that is null"), result));
        } catch (RejectedExecutionException full) {
            result.accept(Verdict.refused("Overloaded"));
        }
    }

    private Verdict refusalBy(Throwable thrown) {
        Throwable failure = Failures.unwrapped(thrown);
        if (failure instanceof RefusedException refusal) {
            return Verdict.refused(String.valueOf(refusal.getMessage()), refusal.data());
        }
        if (failure instanceof ArgumentException) {
            return Verdict.refused(String.valueOf(failure.getMessage()));
        }
        onFailure.accept(failure);
        return FAILED;
    }
}
