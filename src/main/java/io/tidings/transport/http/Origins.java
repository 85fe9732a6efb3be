package io.tidings.transport.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which pages of other sites may talk to the server: CORS for long polling, and the check of the Origin header that
 * browsers do not make for WebSocket.
 */
public final class Origins {

    /**
     * The CORS options.
     *
     * @param allowed exact origins, or {@code *} alone for any; empty for the server's own pages only
     * @param maxAgeSeconds how long a browser may keep the answer of a preflight; negative for its default
     * @param requireOrigin refuse a WebSocket without an Origin header, which no browser sends
     */
    public record Policy(
            Set<String> allowed,
            List<String> methods,
            List<String> allowedHeaders,
            List<String> exposedHeaders,
            boolean credentials,
            int maxAgeSeconds,
            boolean requireOrigin) {

        public Policy {
            allowed = Set.copyOf(allowed);
            methods = List.copyOf(methods);
            allowedHeaders = List.copyOf(allowedHeaders);
            exposedHeaders = List.copyOf(exposedHeaders);
            if (credentials && allowed.contains("*")) {
                throw new IllegalArgumentException("credentials need named origins, not *");
            }
        }

        boolean isOff() {
            return allowed.isEmpty();
        }

        boolean allowsAny() {
            return allowed.contains("*");
        }
    }

    private final Policy policy;

    public Origins(Policy policy) {
        this.policy = policy;
    }

    /** Adds the CORS headers of any answer. */
    public void addHeaders(HttpServletRequest request, HttpServletResponse response) {
        if (policy.isOff()) {
            return;
        }
        if (policy.allowsAny()) {
            response.setHeader("Access-Control-Allow-Origin", "*");
        } else {
            response.addHeader("Vary", "Origin");
            String origin = onlyOrigin(request);
            if (origin == null || !policy.allowed.contains(origin)) {
                return;
            }
            response.setHeader("Access-Control-Allow-Origin", origin);
        }
        if (policy.credentials) {
            response.setHeader("Access-Control-Allow-Credentials", "true");
        }
        if (!policy.exposedHeaders.isEmpty()) {
            response.setHeader("Access-Control-Expose-Headers", String.join(",", policy.exposedHeaders));
        }
    }

    /** Answers the question of a browser whether it may send a request; never repeats what was asked for. */
    public void answerPreflight(HttpServletRequest request, HttpServletResponse response) {
        addHeaders(request, response);
        if (response.getHeader("Access-Control-Allow-Origin") != null) {
            response.setHeader("Access-Control-Allow-Methods", String.join(",", policy.methods));
            if (!policy.allowedHeaders.isEmpty()) {
                response.setHeader("Access-Control-Allow-Headers", String.join(",", policy.allowedHeaders));
            }
            if (policy.maxAgeSeconds >= 0) {
                response.setIntHeader("Access-Control-Max-Age", policy.maxAgeSeconds);
            }
        }
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }

    /** True if a page of the request's origin may open a WebSocket; clients that are not browsers send no origin. */
    public boolean allowsWebSocket(HttpServletRequest request) {
        if (request.getHeader("Origin") == null) {
            return !policy.requireOrigin;
        }
        String origin = onlyOrigin(request);
        return origin != null
                && (policy.allowsAny() || policy.allowed.contains(origin) || isSameOrigin(origin, request));
    }

    /** The value of the Origin header where there is exactly one. */
    private static @Nullable String onlyOrigin(HttpServletRequest request) {
        List<String> origins = Collections.list(request.getHeaders("Origin"));
        return origins.size() == 1 ? origins.get(0) : null;
    }

    private static boolean isSameOrigin(String origin, HttpServletRequest request) {
        String host = request.getHeader("Host");
        if (host == null) {
            return false;
        }
        // Behind a proxy that ends TLS the scheme seen here is not the browser's: host and port decide.
        String lowerCase = origin.toLowerCase(Locale.ROOT);
        String wanted = host.toLowerCase(Locale.ROOT);
        return lowerCase.equals("http://" + wanted) || lowerCase.equals("https://" + wanted);
    }
}
