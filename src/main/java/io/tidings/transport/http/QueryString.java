package io.tidings.transport.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The query of a request, parsed from its raw form: the container's own parameters would mix in the body of a form, and
 * would read that body.
 */
public final class QueryString {

    private static final int MAX_PARAMETERS = 100;

    // Every session keeps its query, and nearly every query is made of these.
    private static final Map<String, String> COMMON = Stream.of("EIO", "4", "transport", "polling", "websocket", "t")
            .collect(Collectors.toUnmodifiableMap(Function.identity(), Function.identity()));

    private final List<String> namesAndValues;

    private QueryString(List<String> namesAndValues) {
        this.namesAndValues = namesAndValues;
    }

    static QueryString parse(@Nullable String raw) throws HttpFault {
        List<String> parsed = new ArrayList<>();
        if (raw == null || raw.isEmpty()) {
            return new QueryString(parsed);
        }
        String[] pairs = raw.split("&", MAX_PARAMETERS + 1);
        if (pairs.length > MAX_PARAMETERS) {
            throw HttpFault.badRequest();
        }
        for (String pair : pairs) {
            int equals = pair.indexOf('=');
            parsed.add(decode(equals < 0 ? pair : pair.substring(0, equals)));
            parsed.add(equals < 0 ? "" : decode(pair.substring(equals + 1)));
        }
        return new QueryString(parsed);
    }

    private static String decode(String encoded) throws HttpFault {
        if (encoded.indexOf('%') < 0 && encoded.indexOf('+') < 0) {
            return COMMON.getOrDefault(encoded, encoded);
        }
        try {
            return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            throw HttpFault.badRequest();
        }
    }

    /** The only value of that name, or null; two values of a name that steers the protocol are a fault. */
    @Nullable
    String single(String name) throws HttpFault {
        String found = null;
        for (int i = 0; i < namesAndValues.size(); i += 2) {
            if (namesAndValues.get(i).equals(name)) {
                if (found != null) {
                    throw HttpFault.badRequest();
                }
                found = namesAndValues.get(i + 1);
            }
        }
        return found;
    }

    List<String> namesAndValues() {
        return namesAndValues;
    }
}
