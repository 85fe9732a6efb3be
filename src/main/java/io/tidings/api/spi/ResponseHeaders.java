package io.tidings.api.spi;

import io.tidings.api.HttpHandshake;
import java.util.Map;

/**
 * Adds headers of the application to the HTTP answers of the server. Every CDI bean of this type is asked, in the order of
 * {@code @Priority}; a header that is named twice has the value given last.
 */
public interface ResponseHeaders {

    /** Headers of the first answer of a session (for a WebSocket: of the handshake). */
    default Map<String, String> initial(HttpHandshake handshake) {
        return Map.of();
    }

    /** Headers of every answer of a session, the first included. */
    default Map<String, String> every(HttpHandshake handshake) {
        return Map.of();
    }
}
