package io.tidings.socketio;

import java.util.concurrent.CompletionException;

/** What stages end with when something has gone wrong. */
final class Failures {

    private Failures() {}

    /** The failure itself: stages that depend on others wrap what those have failed with. */
    static Throwable unwrapped(Throwable failure) {
        Throwable cause = failure.getCause();
        return failure instanceof CompletionException && cause != null ? cause : failure;
    }
}
