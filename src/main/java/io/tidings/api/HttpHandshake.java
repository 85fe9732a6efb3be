package io.tidings.api;

import java.security.Principal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The HTTP request with which a client opened its session. Immutable and safe to keep.
 *
 * <p>Everything in it except {@code time}, {@code remoteAddress}, {@code secure} and the principal is what the client chose
 * to send.
 *
 * @param url path and query of the request, as sent
 * @param query names and values of the query, decoded, in the order sent: name, value, name, value, …
 * @param headers names and values of the headers in the order sent: name, value, name, value, …
 * @param user whom the container has authenticated
 * @param roles those of the user's roles that the application asks for anywhere
 */
public record HttpHandshake(
        Instant time,
        String remoteAddress,
        boolean secure,
        String url,
        List<String> query,
        List<String> headers,
        @Nullable Principal user,
        Set<String> roles) {

    public HttpHandshake {
        roles = Set.copyOf(roles);
        query = List.copyOf(query);
        headers = List.copyOf(headers);
    }

    /** The user whom the container authenticated, if it did. */
    public Optional<Principal> principal() {
        return Optional.ofNullable(user);
    }

    /** The first header of that name, in any case. */
    public Optional<String> header(String name) {
        for (int i = 0; i < headers.size(); i += 2) {
            if (headers.get(i).equalsIgnoreCase(name)) {
                return Optional.of(headers.get(i + 1));
            }
        }
        return Optional.empty();
    }

    /** The first query parameter of exactly that name. */
    public Optional<String> queryParameter(String name) {
        for (int i = 0; i < query.size(); i += 2) {
            if (query.get(i).equals(name)) {
                return Optional.of(query.get(i + 1));
            }
        }
        return Optional.empty();
    }

    /** Leaves out what the client sent: it may hold credentials and does not belong into logs. */
    @Override
    public String toString() {
        return "HttpHandshake[" + remoteAddress + " at " + time + "]";
    }
}
