package io.tidings.api;

import java.util.List;

/**
 * What came back when several were asked: the answers in the order they came, and who did not answer, and why.
 *
 * <pre>{@code
 * io.timeout(Duration.ofSeconds(2)).emitWithAck("ping").thenAccept(answers ->
 *         answers.missing().forEach(missing -> log(missing.from() + ": " + missing.reason())));
 * }</pre>
 */
public record Answers(List<Answer> received, List<Missing> missing) {

    public Answers {
        received = List.copyOf(received);
        missing = List.copyOf(missing);
    }

    /** True if everybody has answered. */
    public boolean isComplete() {
        return missing.isEmpty();
    }

    /**
     * One answer.
     *
     * @param from the id of the socket, or of the node for {@code serverSideEmitWithAck}
     */
    public record Answer(String from, Arguments arguments) {}

    /**
     * Somebody who was asked and did not answer.
     *
     * @param from the id of the socket or of the node
     */
    public record Missing(String from, Reason reason) {}

    /** Why an answer is missing. */
    public enum Reason {
        /** It did not come in time. */
        TIMED_OUT,
        /** The one who was asked has disconnected. */
        DISCONNECTED,
        /** Too many other acknowledgements of that socket are outstanding, so it was not asked. */
        TOO_MANY_PENDING,
        /** It was not ready to receive, and what was sent may be lost. */
        NOT_SENT,
        /** The node that was asked, or on which it was connected, could not be reached or has gone. */
        NODE_UNREACHABLE,
        /** Nobody on that node listens to the event. */
        NOBODY_LISTENS,
        /** Whoever was to answer has failed. */
        FAILED
    }
}
