package io.tidings.transport.http;

import io.tidings.api.HttpHandshake;
import io.tidings.api.spi.ResponseHeaders;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;

/** The headers that answers carry besides their content: those that keep browsers safe, and the application's own. */
public final class AnswerHeaders {

    private final List<ResponseHeaders> beans;

    public AnswerHeaders(List<ResponseHeaders> beans) {
        this.beans = List.copyOf(beans);
    }

    public static void addSafety(HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
    }

    public void addInitial(HttpServletResponse response, HttpHandshake handshake) {
        for (ResponseHeaders bean : beans) {
            add(response, bean.initial(handshake));
        }
        addEvery(response, handshake);
    }

    public void addEvery(HttpServletResponse response, HttpHandshake handshake) {
        for (ResponseHeaders bean : beans) {
            add(response, bean.every(handshake));
        }
    }

    private static void add(HttpServletResponse response, Map<String, String> headers) {
        headers.forEach((name, value) -> {
            if (value.chars().anyMatch(Character::isISOControl)) {
                throw new IllegalArgumentException("control character in the value of header " + name);
            }
            response.setHeader(name, value);
        });
    }
}
