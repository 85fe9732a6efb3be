package io.tidings.bench.load;

import java.nio.charset.StandardCharsets;

/** The beginning of what a server sent, for the message of an error. */
final class Excerpt {

    private static final int CUT = 200;

    private Excerpt() {}

    static String of(byte[] bytes, int from, int length) {
        return new String(bytes, from, Math.min(length, CUT), StandardCharsets.UTF_8);
    }
}
