package io.tidings.bench.load;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Writes the requests of one long-polling session. */
final class PollingRequests {

    private final Target target;
    private byte[] get;
    private byte[] post;

    PollingRequests(Target target) {
        this.target = target;
        get = head("GET", "", "\r\n");
        post = new byte[0];
    }

    void session(String id) {
        get = head("GET", "&sid=" + id, "\r\n");
        post = head("POST", "&sid=" + id, "Content-Type: text/plain;charset=UTF-8\r\nContent-Length: ");
    }

    void get(Wire wire) {
        wire.output(get.length).put(get);
    }

    void post(Wire wire, ByteBuffer body) {
        byte[] length = (body.remaining() + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
        wire.output(post.length + length.length + body.remaining())
                .put(post)
                .put(length)
                .put(body);
    }

    private byte[] head(String method, String session, String rest) {
        return "%s %s?EIO=4&transport=polling%s HTTP/1.1\r\nHost: %s\r\n%s"
                .formatted(method, target.path(), session, target.authority(), rest)
                .getBytes(StandardCharsets.US_ASCII);
    }
}
