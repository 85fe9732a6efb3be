package io.tidings.api;

/** An acknowledgement did not come. */
public class AckException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Answers.Reason reason;

    public AckException(Answers.Reason reason) {
        // Where it was made says nothing: a clock or a disconnection, not the caller.
        super("no acknowledgement: " + reason, null, false, false);
        this.reason = reason;
    }

    public Answers.Reason reason() {
        return reason;
    }
}
