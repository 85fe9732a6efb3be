package io.tidings.apps.hostile;

import io.tidings.api.AckException;
import io.tidings.api.Answers;
import io.tidings.api.Socket;
import io.tidings.api.handler.Namespace;
import io.tidings.api.handler.OnEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/** Asks clients for acknowledgements that they need not give, and counts what comes of it. */
@ApplicationScoped
@Namespace("/hostile")
public class Questions {

    // Guarded by itself.
    private final Map<String, Integer> outcomes = new TreeMap<>();

    @OnEvent("ask-me")
    int ask(Socket socket, int times, long patienceMillis) {
        for (int i = 0; i < times; i++) {
            socket.timeout(Duration.ofMillis(patienceMillis))
                    .emitWithAck("question", i)
                    .whenComplete((answer, failure) -> count(failure));
        }
        return times;
    }

    private void count(Throwable failure) {
        String outcome = failure == null ? "ANSWERED" : reason(failure).name();
        synchronized (outcomes) {
            outcomes.merge(outcome, 1, Integer::sum);
        }
    }

    private static Answers.Reason reason(Throwable failure) {
        if (failure instanceof AckException missing) {
            return missing.reason();
        }
        throw new IllegalStateException("not what an acknowledgement fails with", failure);
    }

    /** What has come of the questions since {@link #forget}. */
    @OnEvent("outcomes")
    Map<String, Integer> outcomes() {
        synchronized (outcomes) {
            return new TreeMap<>(outcomes);
        }
    }

    @OnEvent("forget")
    boolean forget() {
        synchronized (outcomes) {
            outcomes.clear();
        }
        return true;
    }
}
