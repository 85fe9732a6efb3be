package io.tidings.bench.load;

import java.io.ByteArrayOutputStream;

/** Reads HTTP/1.1 answers with a Content-Length or in chunks. */
final class HttpAnswers {

    /** Receives whole answers; the bytes are only lent. */
    interface Sink {
        void answer(Head head, byte[] bytes, int from, int length);
    }

    /** What of an answer's head matters here. */
    record Head(int status, int length, boolean chunked, boolean last) {}

    private final Sink sink;

    HttpAnswers(Sink sink) {
        this.sink = sink;
    }

    /** Reads all answers that lie wholly between {@code from} and {@code to}; answers where the unread rest starts. */
    int read(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to) {
            int bodyAt = headEnd(bytes, at, to);
            if (bodyAt < 0) {
                break;
            }
            int end = answer(head(bytes, at, bodyAt), bytes, bodyAt, to);
            if (end < 0) {
                break;
            }
            at = end;
        }
        return at;
    }

    private int answer(Head head, byte[] bytes, int bodyAt, int to) {
        if (head.chunked()) {
            ByteArrayOutputStream body = new ByteArrayOutputStream();
            int end = chunks(bytes, bodyAt, to, body);
            if (end >= 0) {
                sink.answer(head, body.toByteArray(), 0, body.size());
            }
            return end;
        }
        if (head.length() > to - bodyAt) {
            return -1;
        }
        sink.answer(head, bytes, bodyAt, head.length());
        return bodyAt + head.length();
    }

    private static int headEnd(byte[] bytes, int from, int to) {
        for (int i = from + 3; i < to; i++) {
            if (bytes[i] == '\n' && bytes[i - 1] == '\r' && bytes[i - 2] == '\n') {
                return i + 1;
            }
        }
        return -1;
    }

    private static Head head(byte[] bytes, int from, int end) {
        int status = Math.toIntExact(number(bytes, from + "HTTP/1.1 ".length(), 10));
        int length = 0;
        boolean chunked = false;
        boolean last = false;
        int line = nextLine(bytes, from);
        while (line < end - 2) {
            if (starts(bytes, line, "content-length:")) {
                length = Math.toIntExact(number(bytes, line + "content-length:".length(), 10));
            } else if (starts(bytes, line, "transfer-encoding: chunked")) {
                chunked = true;
            } else if (starts(bytes, line, "connection: close")) {
                last = true;
            }
            line = nextLine(bytes, line);
        }
        return new Head(status, length, chunked, last);
    }

    private static int chunks(byte[] bytes, int from, int to, ByteArrayOutputStream body) {
        int at = from;
        while (true) {
            int dataAt = at;
            while (dataAt < to && bytes[dataAt] != '\n') {
                dataAt++;
            }
            if (dataAt == to) {
                return -1;
            }
            int size = Math.toIntExact(number(bytes, at, 16));
            int end = dataAt + 1 + size + 2;
            if (end > to) {
                return -1;
            }
            body.write(bytes, dataAt + 1, size);
            at = end;
            if (size == 0) {
                return at;
            }
        }
    }

    private static int nextLine(byte[] bytes, int from) {
        int at = from;
        while (bytes[at] != '\n') {
            at++;
        }
        return at + 1;
    }

    private static boolean starts(byte[] bytes, int at, String lowerCase) {
        for (int i = 0; i < lowerCase.length(); i++) {
            if (Character.toLowerCase(bytes[at + i]) != lowerCase.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static long number(byte[] bytes, int from, int radix) {
        int at = from;
        while (bytes[at] == ' ') {
            at++;
        }
        long value = 0;
        for (int digit = Character.digit(bytes[at], radix); digit >= 0; digit = Character.digit(bytes[at], radix)) {
            value = value * radix + digit;
            at++;
        }
        return value;
    }
}
