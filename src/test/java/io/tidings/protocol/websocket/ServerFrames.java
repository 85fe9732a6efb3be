package io.tidings.protocol.websocket;

import io.tidings.protocol.Bytes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Takes a server's frames apart, independently of the code under test. */
public final class ServerFrames {

    /** One frame: its first byte and what it carries. */
    public record Frame(int first, Bytes payload) {}

    private ServerFrames() {}

    public static List<Frame> of(byte[] bytes) {
        List<Frame> frames = new ArrayList<>();
        int at = 0;
        while (at < bytes.length) {
            int form = bytes[at + 1];
            if (form < 0) {
                throw new AssertionError("a server masks nothing");
            }
            int extra = form == 126 ? 2 : form == 127 ? 8 : 0;
            long length = extra == 0 ? form : unsigned(bytes, at + 2, extra);
            if ((extra == 2 && length < 126) || (extra == 8 && length < 65_536)) {
                throw new AssertionError("longer form than needed for " + length);
            }
            int start = at + 2 + extra;
            int end = start + Math.toIntExact(length);
            byte[] payload = Arrays.copyOfRange(bytes, start, end);
            if (end > bytes.length) {
                throw new AssertionError("frame cut short");
            }
            frames.add(new Frame(bytes[at] & 0xFF, Bytes.wrap(payload)));
            at = end;
        }
        return frames;
    }

    private static long unsigned(byte[] bytes, int at, int size) {
        long value = 0;
        for (int i = 0; i < size; i++) {
            value = (value << 8) | (bytes[at + i] & 0xFF);
        }
        return value;
    }
}
