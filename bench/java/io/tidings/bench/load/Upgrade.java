package io.tidings.bench.load;

import java.nio.charset.StandardCharsets;

/** The HTTP part of a WebSocket connection: one request and its answer. */
final class Upgrade {

    /** Key and answer of RFC 6455, section 1.3. */
    private static final String KEY = "dGhlIHNhbXBsZSBub25jZQ==";

    private static final String ACCEPT = "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=";

    private final byte[] request;

    Upgrade(Target target, String query) {
        request = """
                GET %s%s HTTP/1.1\r
                Host: %s\r
                Upgrade: websocket\r
                Connection: Upgrade\r
                Sec-WebSocket-Key: %s\r
                Sec-WebSocket-Version: 13\r
                \r
                """.formatted(target.path(), query, target.authority(), KEY).getBytes(StandardCharsets.US_ASCII);
    }

    byte[] request() {
        return request;
    }

    /** Where the frames start, or {@code from} while the answer is incomplete. */
    static int accepted(byte[] bytes, int from, int to) {
        String head = new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
        int end = head.indexOf("\r\n\r\n");
        if (end < 0) {
            return from;
        }
        if (!head.startsWith("HTTP/1.1 101 ") || !head.substring(0, end).contains(ACCEPT)) {
            throw new IllegalStateException("no upgrade: " + Excerpt.of(bytes, from, to - from));
        }
        return from + end + 4;
    }
}
