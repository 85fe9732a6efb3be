package io.tidings.transport.http;

import io.tidings.api.HttpHandshake;
import io.tidings.engine.TransportKind;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One HTTP request to an engine, its query understood. */
public final class EngineRequest {

    private static final String PROTOCOL = "4";

    private final HttpServletRequest http;
    private final QueryString query;
    private final TransportKind kind;
    private final @Nullable String sid;

    private EngineRequest(HttpServletRequest http, QueryString query, TransportKind kind, @Nullable String sid) {
        this.http = http;
        this.query = query;
        this.kind = kind;
        this.sid = sid;
    }

    public static EngineRequest of(HttpServletRequest http) throws HttpFault {
        QueryString query = QueryString.parse(http.getQueryString());
        TransportKind kind = kindOf(query.single("transport"));
        if (query.single("sid[]") != null) {
            // Some frameworks read this as a list of ids; here it must not pass for a handshake without any.
            throw HttpFault.sessionUnknown();
        }
        return new EngineRequest(http, query, kind, query.single("sid"));
    }

    private static TransportKind kindOf(@Nullable String name) throws HttpFault {
        for (TransportKind kind : TransportKind.values()) {
            if (kind.wireName().equals(name)) {
                return kind;
            }
        }
        throw HttpFault.transportUnknown();
    }

    public HttpServletRequest http() {
        return http;
    }

    public TransportKind kind() {
        return kind;
    }

    /** The session that the request belongs to; null for a handshake. */
    public @Nullable String sid() {
        return sid;
    }

    public boolean isSupportedVersion() throws HttpFault {
        return PROTOCOL.equals(query.single("EIO"));
    }

    public boolean isGet() {
        return "GET".equals(http.getMethod());
    }

    public boolean isPost() {
        return "POST".equals(http.getMethod());
    }

    public boolean asksForWebSocket() {
        String upgrade = http.getHeader("Upgrade");
        return upgrade != null && upgrade.toLowerCase(Locale.ROOT).equals("websocket");
    }

    /** What is kept of the request; of the user's roles those that are among the given ones. */
    public HttpHandshake handshake(Set<String> rolesAskedFor) {
        List<String> headers = new ArrayList<>();
        Enumeration<String> names = http.getHeaderNames();
        while (names.hasMoreElements()) {
            String name = names.nextElement();
            Enumeration<String> values = http.getHeaders(name);
            while (values.hasMoreElements()) {
                headers.add(name);
                headers.add(values.nextElement());
            }
        }
        String url = http.getRequestURI() + (http.getQueryString() == null ? "" : "?" + http.getQueryString());
        return new HttpHandshake(
                Instant.now(),
                http.getRemoteAddr(),
                http.isSecure(),
                url,
                query.namesAndValues(),
                headers,
                http.getUserPrincipal(),
                rolesAmong(rolesAskedFor));
    }

    private Set<String> rolesAmong(Set<String> askedFor) {
        if (http.getUserPrincipal() == null) {
            return Set.of();
        }
        return askedFor.stream().filter(http::isUserInRole).collect(Collectors.toUnmodifiableSet());
    }

    /** True if the request comes from the same user as the handshake did: a stolen id alone is not enough. */
    public boolean isFromUserOf(HttpHandshake handshake) {
        Principal then = handshake.user();
        if (then == null) {
            return true;
        }
        Principal now = http.getUserPrincipal();
        return now != null && then.getName().equals(now.getName());
    }
}
