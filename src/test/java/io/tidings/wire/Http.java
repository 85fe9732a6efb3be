package io.tidings.wire;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Requests of HTTP 1.1, written by hand: one connection each, so that nothing is hidden by a client's own care. */
final class Http {

    private final int port;

    Http(int port) {
        this.port = port;
    }

    int port() {
        return port;
    }

    Answer get(String target, String... headers) {
        return send(head("GET", target, headers));
    }

    Answer post(String target, String body, String... headers) {
        return send(postRequest(target, body, headers));
    }

    /** A POST whose body need not be text. */
    Answer post(String target, byte[] body) {
        String head = head("POST", target, "Content-Type: text/plain;charset=UTF-8", "Content-Length: " + body.length);
        byte[] start = head.getBytes(StandardCharsets.UTF_8);
        byte[] request = Arrays.copyOf(start, start.length + body.length);
        System.arraycopy(body, 0, request, start.length, body.length);
        return send(request);
    }

    Answer send(String request) {
        return send(request.getBytes(StandardCharsets.UTF_8));
    }

    /** Sends bytes on a connection of their own and reads the answer to them. */
    private Answer send(byte[] request) {
        try (Tcp connection = Tcp.to(port)) {
            connection.trySend(request);
            return Answer.from(connection);
        }
    }

    static String head(String method, String target, String... headers) {
        StringBuilder head = new StringBuilder(method + " " + target + " HTTP/1.1\r\nHost: localhost\r\n");
        for (String header : headers) {
            head.append(header).append("\r\n");
        }
        return head.append("\r\n").toString();
    }

    static String postRequest(String target, String body, String... headers) {
        String[] all = new String[headers.length + 2];
        System.arraycopy(headers, 0, all, 2, headers.length);
        all[0] = "Content-Type: text/plain;charset=UTF-8";
        all[1] = "Content-Length: " + body.getBytes(StandardCharsets.UTF_8).length;
        return head("POST", target, all) + body;
    }
}
