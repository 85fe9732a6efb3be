package io.tidings.wire;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * An answer of an HTTP server, read byte by byte.
 *
 * @param status 0 where the server has closed the connection without an answer
 * @param headers as they came, names in lower case: {@code name: value}
 */
record Answer(int status, List<String> headers, String body) {

    /** What stands for a server that closed the connection instead of answering. */
    static final Answer NONE = new Answer(0, List.of(), "");

    Answer {
        headers = List.copyOf(headers);
    }

    /** Reads one answer with its body, whichever way its end is marked. */
    static Answer from(Tcp connection) {
        Answer head = headFrom(connection);
        if (head.status == 0 || head.status < 200 || head.status == 204) {
            return head;
        }
        return new Answer(head.status, head.headers, bodyOf(head, connection));
    }

    static Answer headFrom(Tcp connection) {
        String statusLine = line(connection);
        if (statusLine.isEmpty()) {
            return NONE;
        }
        List<String> headers = new ArrayList<>();
        for (String line = line(connection); !line.isEmpty(); line = line(connection)) {
            int colon = line.indexOf(':');
            headers.add(line.substring(0, colon).toLowerCase(Locale.ROOT) + line.substring(colon));
        }
        int status = Integer.parseInt(statusLine.split(" ", 3)[1]);
        // "100 Continue" is no answer yet
        return status == 100 ? headFrom(connection) : new Answer(status, headers, "");
    }

    private static String bodyOf(Answer head, Tcp connection) {
        if (head.header("transfer-encoding").equals("chunked")) {
            return chunks(connection);
        }
        String length = head.header("content-length");
        int count = length.isEmpty() ? Integer.MAX_VALUE : Integer.parseInt(length);
        return new String(connection.read(count), StandardCharsets.UTF_8);
    }

    private static String chunks(Tcp connection) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        int size = Integer.parseInt(line(connection), 16);
        while (size > 0) {
            body.writeBytes(connection.read(size));
            line(connection);
            size = Integer.parseInt(line(connection), 16);
        }
        line(connection);
        return body.toString(StandardCharsets.UTF_8);
    }

    private static String line(Tcp connection) {
        StringBuilder line = new StringBuilder();
        for (int c = connection.read(); c >= 0 && c != '\n'; c = connection.read()) {
            line.append((char) c);
        }
        return line.toString().trim();
    }

    /** The only value of a header; empty where it is missing. */
    String header(String name) {
        List<String> values = all(name);
        return values.size() == 1 ? values.get(0) : String.join(", ", values);
    }

    List<String> all(String name) {
        String start = name + ":";
        return headers.stream()
                .filter(header -> header.startsWith(start))
                .map(header -> header.substring(start.length()).trim())
                .toList();
    }

    /** Status and body in one line, the way tests compare them. */
    String brief() {
        return status + " " + body;
    }
}
