package io.tidings.api;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Some nodes of the cluster have not said what they were asked for.
 *
 * <pre>{@code
 * io.fetchSockets().exceptionally(failure -> failure.getCause() instanceof UnreachableNodesException some
 *         ? (List<RemoteSocket>) some.found()
 *         : List.of());
 * }</pre>
 */
public class UnreachableNodesException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Answers.Missing> missing;
    private final transient Object found;

    /** @param found what the other nodes have given */
    public UnreachableNodesException(List<Answers.Missing> missing, Object found) {
        super("No answer of "
                + missing.stream()
                        .map(each -> "node " + each.from() + " (" + each.reason() + ")")
                        .collect(Collectors.joining(", ")));
        this.missing = List.copyOf(missing);
        this.found = found;
    }

    /** Which nodes, and why. */
    public List<Answers.Missing> missing() {
        return missing;
    }

    /** What the stage would have ended with if these nodes had nothing to say. */
    public Object found() {
        return found;
    }
}
