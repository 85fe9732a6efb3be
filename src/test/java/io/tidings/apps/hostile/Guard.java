package io.tidings.apps.hostile;

import io.tidings.api.Admission;
import io.tidings.api.Socket;
import io.tidings.api.Verdict;
import io.tidings.api.handler.Namespace;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Lets everybody wait at the door until somebody says that all may come in. */
@ApplicationScoped
@Namespace("/guarded")
public class Guard implements Admission {

    // Guarded by itself.
    private final List<CompletableFuture<Verdict>> undecided = new ArrayList<>();

    @Override
    public Verdict admit(Socket socket) {
        CompletableFuture<Verdict> later = new CompletableFuture<>();
        synchronized (undecided) {
            undecided.add(later);
        }
        return Verdict.later(later);
    }

    int waiting() {
        synchronized (undecided) {
            return undecided.size();
        }
    }

    /** Gives the number of those who have waited, or still do. */
    int letAllIn() {
        List<CompletableFuture<Verdict>> all;
        synchronized (undecided) {
            all = List.copyOf(undecided);
            undecided.clear();
        }
        all.forEach(one -> one.complete(Verdict.accepted()));
        return all.size();
    }
}
