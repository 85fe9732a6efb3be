package io.tidings.json;

import io.tidings.api.ArgumentException;
import org.jspecify.annotations.Nullable;

/** An argument does not fit the type asked for. On its way out it learns within which members that was. */
final class Mismatch extends ArgumentException {

    private static final long serialVersionUID = 1L;
    private static final int LONGEST_PATH = 100;

    private String path = "";

    Mismatch(String expectation) {
        super(expectation);
    }

    /** The cause may hold what the client sent; the message does not. */
    Mismatch(String expectation, Throwable cause) {
        super(expectation, cause);
    }

    /** Adds a member that the application has named. */
    Mismatch within(String member) {
        if (path.length() + member.length() <= LONGEST_PATH) {
            path = path.isEmpty() ? member : member + "." + path;
        }
        return this;
    }

    @Override
    public @Nullable String getMessage() {
        return path.isEmpty() ? super.getMessage() : path + " " + super.getMessage();
    }
}
