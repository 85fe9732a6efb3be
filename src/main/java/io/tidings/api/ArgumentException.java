package io.tidings.api;

/**
 * What the client sent is not what the application asked for. Thrown out of a handler it becomes an error acknowledgement with
 * this message, and no warning: it is the client that was wrong.
 */
public class ArgumentException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ArgumentException(String message) {
        super(message);
    }

    public ArgumentException(String message, Throwable cause) {
        super(message, cause);
    }
}
