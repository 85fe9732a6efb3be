package io.tidings.socketio;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The namespaces that one client is connected to, wants to be connected to, or has left; of the last no more are remembered than it
 * could be connected to.
 */
final class Attempts {

    enum Addition {
        ADDED,
        TAKEN,
        TOO_MANY
    }

    private final int most;

    // Guarded by this. Most clients have one namespace, so there is a map only for more.
    private @Nullable Attempt only;
    private @Nullable Map<String, Attempt> several;

    Attempts(int most) {
        this.most = most;
    }

    synchronized Addition add(Attempt attempt) {
        Attempt before = find(attempt.name());
        if (before != null && !before.hasEnded()) {
            return Addition.TAKEN;
        }
        if (before == null && !hasRoom()) {
            return Addition.TOO_MANY;
        }
        if (several != null) {
            several.put(attempt.name(), attempt);
        } else if (only == null || before != null) {
            only = attempt;
        } else {
            several = new HashMap<>(Map.of(only.name(), only, attempt.name(), attempt));
            only = null;
        }
        return Addition.ADDED;
    }

    /** Forgets those that were left if there is no room without that. */
    private boolean hasRoom() {
        if (count() < most) {
            return true;
        }
        if (several != null) {
            several.values().removeIf(Attempt::hasEnded);
        } else if (only != null && only.hasEnded()) {
            only = null;
        }
        return count() < most;
    }

    private int count() {
        if (several != null) {
            return several.size();
        }
        return only == null ? 0 : 1;
    }

    synchronized @Nullable Attempt find(String name) {
        if (several != null) {
            return several.get(name);
        }
        Attempt attempt = only;
        return attempt != null && attempt.name().equals(name) ? attempt : null;
    }

    synchronized void remove(Attempt attempt) {
        if (several != null) {
            several.remove(attempt.name(), attempt);
        } else if (only == attempt) {
            only = null;
        }
    }

    /** Those of this moment. */
    synchronized List<Attempt> all() {
        if (several != null) {
            return new ArrayList<>(several.values());
        }
        return only == null ? List.of() : List.of(only);
    }
}
