package io.tidings.api;

import java.security.Principal;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** What was decided about a client or about something it sent; now, or by a stage that will know. Immutable. */
public final class Verdict {

    private static final Verdict ACCEPTED = new Verdict(true, "", null, null, Set.of(), null);

    private final boolean accepted;
    private final String message;
    private final @Nullable Object data;
    private final @Nullable Principal principal;
    private final Set<String> roles;
    private final @Nullable CompletionStage<Verdict> later;

    private Verdict(
            boolean accepted,
            String message,
            @Nullable Object data,
            @Nullable Principal principal,
            Set<String> roles,
            @Nullable CompletionStage<Verdict> later) {
        this.accepted = accepted;
        this.message = message;
        this.data = data;
        this.principal = principal;
        this.roles = roles;
        this.later = later;
    }

    public static Verdict accepted() {
        return ACCEPTED;
    }

    /** Accepted, and from now on the socket is that principal's, with these roles. Only an {@link Admission} can say that. */
    public static Verdict acceptedAs(Principal principal, Set<String> roles) {
        Objects.requireNonNull(principal.getName(), "A principal has a name.");
        return new Verdict(true, "", null, principal, Set.copyOf(roles), null);
    }

    /** The message goes to the client. */
    public static Verdict refused(String message) {
        return refused(message, null);
    }

    /** The message and, as JSON, the data go to the client. */
    public static Verdict refused(String message, @Nullable Object data) {
        Objects.requireNonNull(message, "A refusal has a message.");
        return new Verdict(false, message, data, null, Set.of(), null);
    }

    /** To be known when the stage ends; a stage that fails, or that does not end in time, refuses. */
    public static Verdict later(CompletionStage<Verdict> verdict) {
        Objects.requireNonNull(verdict, "There is no stage to wait for.");
        return new Verdict(false, "", null, null, Set.of(), verdict);
    }

    /** Meaningless where {@link #pending} is not null. */
    public boolean isAccepted() {
        return accepted;
    }

    public String message() {
        return message;
    }

    public @Nullable Object data() {
        return data;
    }

    public @Nullable Principal principal() {
        return principal;
    }

    public Set<String> roles() {
        return roles;
    }

    /** The stage that will know; null where this verdict is final. */
    public @Nullable CompletionStage<Verdict> pending() {
        return later;
    }
}
