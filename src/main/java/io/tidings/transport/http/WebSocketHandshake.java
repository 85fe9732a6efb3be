package io.tidings.transport.http;

import io.tidings.protocol.websocket.Handshake;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * The request that opens a WebSocket, RFC 6455, 4.2.1. Checked here for every carrier, because containers let through what is
 * none: Undertow 2.3 answers a version 8, and a key that is no key, with a switch of protocols.
 */
public final class WebSocketHandshake {

    private static final String VERSION = "13";
    private static final int MAX_OPTIONS = 16;

    private WebSocketHandshake() {}

    /** The key of a request that is a proper handshake. */
    public static String checkedKey(HttpServletRequest http) throws HttpFault {
        if (!VERSION.equals(http.getHeader("Sec-WebSocket-Version"))) {
            throw HttpFault.upgradeRequired();
        }
        String key = http.getHeader("Sec-WebSocket-Key");
        if (key == null || !Handshake.isKey(key) || !listsUpgrade(http) || hasBody(http)) {
            throw HttpFault.badRequest();
        }
        return key;
    }

    private static boolean listsUpgrade(HttpServletRequest http) {
        List<String> values = Collections.list(http.getHeaders("Connection"));
        return values.stream()
                .flatMap(value -> Arrays.stream(value.split(",", MAX_OPTIONS)))
                .anyMatch(token -> token.trim().equalsIgnoreCase("upgrade"));
    }

    /** A body would be read as the first frames of the new protocol. */
    private static boolean hasBody(HttpServletRequest http) {
        return http.getContentLengthLong() > 0 || http.getHeader("Transfer-Encoding") != null;
    }
}
