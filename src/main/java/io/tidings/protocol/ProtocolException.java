package io.tidings.protocol;

/** The peer sent something that its protocol does not allow; it ends the peer's session and nothing else. */
public class ProtocolException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ProtocolException(String message) {
        // Without a stack trace: peers can cause any number of these, and the place in our code says nothing about
        // them.
        super(message, null, false, false);
    }
}
