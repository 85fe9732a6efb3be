package io.tidings.api;

import org.jspecify.annotations.Nullable;

/**
 * The application refuses what a client wants, and says why. Thrown out of a handler it becomes an error acknowledgement with its
 * message and data, and no warning.
 */
public class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient @Nullable Object data;

    public RefusedException(String message) {
        this(message, null);
    }

    /** The data goes to the client as JSON. */
    public RefusedException(String message, @Nullable Object data) {
        super(message);
        this.data = data;
    }

    public @Nullable Object data() {
        return data;
    }
}
