package io.tidings.api;

import java.lang.reflect.Type;
import java.util.Optional;

/**
 * How a client came to a namespace: the HTTP request that opened its session, and what it said to be let in. Immutable and safe
 * to keep.
 *
 * @param http the request; the same for all namespaces of one client
 * @param auth the client's {@code auth} object; an empty object where it gave none
 */
public record Handshake(HttpHandshake http, Argument auth) {

    /**
     * A member of the {@code auth} object; empty where it is missing or null.
     *
     * @throws ArgumentException when it is there and not of that type
     */
    public <T> Optional<T> auth(String member, Class<T> type) {
        return auth.member(member).map(value -> value.as(type));
    }

    /** Like {@link #auth(String, Class)}, for types with parameters. */
    public Optional<Object> auth(String member, Type type) {
        return auth.member(member).map(value -> value.as(type));
    }

    /** The first header of that name, in any case. */
    public Optional<String> header(String name) {
        return http.header(name);
    }

    /** The first query parameter of exactly that name. */
    public Optional<String> query(String name) {
        return http.queryParameter(name);
    }

    /** Leaves out what the client sent: it may hold credentials and does not belong into logs. */
    @Override
    public String toString() {
        return "Handshake[" + http.remoteAddress() + " at " + http.time() + "]";
    }
}
