package io.tidings.api.spi;

import io.tidings.api.HttpHandshake;

/**
 * Decides whether a client may open a session at all, before anything is kept for it.
 *
 * <p>Every CDI bean of this type is asked once per session, in the order of {@code @Priority}, on the thread of the HTTP
 * request, so it may block for a short time. The first refusal is final: the client gets status 403 and error code 4.
 *
 * <pre>{@code
 * @ApplicationScoped
 * class NoTelnet implements HandshakeCheck {
 *     public Verdict check(HttpHandshake handshake) {
 *         return handshake.header("User-Agent").isPresent() ? Verdict.accepted() : Verdict.refused("who are you?");
 *     }
 * }
 * }</pre>
 */
@FunctionalInterface
public interface HandshakeCheck {

    Verdict check(HttpHandshake handshake);

    /** The answer of a check; the message of a refusal goes to the client. */
    record Verdict(boolean isAccepted, String message) {

        private static final Verdict ACCEPTED = new Verdict(true, "");

        public static Verdict accepted() {
            return ACCEPTED;
        }

        public static Verdict refused(String message) {
            return new Verdict(false, message);
        }
    }
}
