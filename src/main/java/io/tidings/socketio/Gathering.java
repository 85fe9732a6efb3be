package io.tidings.socketio;

import io.tidings.api.Answers.Missing;
import java.util.ArrayList;
import java.util.List;

/** Puts together what several holders give: complete when each of them has come to its end. */
final class Gathering<T> implements Parts<T> {

    /** What becomes of it; called once, by the thread that brings the last part. */
    interface Result<T> {

        void complete(List<T> parts, List<Missing> missing);
    }

    private final Result<T> result;

    // Guarded by this.
    private final List<T> parts = new ArrayList<>();
    private final List<Missing> missing = new ArrayList<>();
    private int awaited;

    Gathering(int holders, Result<T> result) {
        this.awaited = holders;
        this.result = result;
    }

    @Override
    public synchronized void arrived(T part) {
        parts.add(part);
    }

    @Override
    public synchronized void missing(Missing who) {
        missing.add(who);
    }

    @Override
    public void end() {
        synchronized (this) {
            awaited--;
            if (awaited > 0) {
                return;
            }
        }
        result.complete(parts, missing);
    }
}
