package io.tidings.api;

/**
 * Decides whether a client may connect to a namespace: the counterpart of a namespace middleware.
 *
 * <p>Every CDI bean of this type is asked for every namespace, or only for the one that its
 * {@link io.tidings.api.handler.Namespace} names, in the order of {@code @Priority}. It runs on the managed executor and may
 * block. The first refusal is final: the client's {@code connect_error} carries its message and data. What is thrown refuses, too:
 * a {@link RefusedException} with its own words, anything else without any, and with a warning in the log.
 *
 * <p>The socket is not connected yet: its handshake can be read, data stored and rooms joined, but nothing can be sent.
 *
 * <pre>{@code
 * @ApplicationScoped
 * class TokenCheck implements Admission {
 *     @Inject Tokens tokens;
 *
 *     public Verdict admit(Socket socket) {
 *         return socket.handshake().auth("token", String.class)
 *                 .flatMap(tokens::verify)
 *                 .map(user -> Verdict.acceptedAs(user, user.roles()))
 *                 .orElse(Verdict.refused("no valid token"));
 *     }
 * }
 * }</pre>
 */
@FunctionalInterface
public interface Admission {

    Verdict admit(Socket socket) throws Exception;
}
