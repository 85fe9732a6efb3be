package io.tidings.engine;

import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Which transport carries a session, and the one that it may be moving to. */
final class Carriage {

    // Written under the lock of this.
    private volatile @Nullable Transport current;
    private volatile @Nullable Upgrade upgrade;

    /** A transport may have asked its session for this and that while it was made: it carries nothing until now. */
    void start(Transport first) {
        current = first;
    }

    boolean isOf(Transport transport) {
        return transport == current;
    }

    Transport current() {
        Transport now = current;
        if (now == null) {
            throw new IllegalStateException("no transport carries the session yet");
        }
        return now;
    }

    /** The move to that transport, if there is one. */
    @Nullable
    Upgrade upgradeOver(Transport transport) {
        Upgrade now = upgrade;
        return now != null && now.transport() == transport ? now : null;
    }

    /** Like {@link #current}, but waits for a move that is just being made. */
    synchronized Transport settled() {
        return current();
    }

    /** Gives a move up that is under way; waits for one that is just being started. */
    void abortUpgrade() {
        Upgrade unfinished = settledUpgrade();
        if (unfinished != null) {
            unfinished.abort();
        }
    }

    private synchronized @Nullable Upgrade settledUpgrade() {
        return upgrade;
    }

    /** Starts the one move that there can be: from long polling, where the session may move at all. */
    synchronized boolean begin(BooleanSupplier mayMove, Supplier<Upgrade> made) {
        if (current().kind() != TransportKind.POLLING || upgrade != null || !mayMove.getAsBoolean()) {
            return false;
        }
        upgrade = made.get();
        return true;
    }

    /** Moves; false where that has been given up, or the session has ended meanwhile. */
    synchronized boolean complete(Upgrade done, BooleanSupplier isOpen) {
        if (upgrade != done || !isOpen.getAsBoolean()) {
            return false;
        }
        current = done.transport();
        upgrade = null;
        return true;
    }

    synchronized void abandon(Upgrade given) {
        if (upgrade == given) {
            upgrade = null;
        }
    }
}
