package io.tidings.protocol.websocket;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** A way in which TCP may cut what a client sent into reads. */
enum Slicing {
    WHOLE {
        @Override
        int next(Random random, int left) {
            return left;
        }
    },
    SINGLE_BYTES {
        @Override
        int next(Random random, int left) {
            return 1;
        }
    },
    RANDOM_SMALL {
        @Override
        int next(Random random, int left) {
            return Math.min(left, random.nextInt(12));
        }
    },
    RANDOM_LARGE {
        @Override
        int next(Random random, int left) {
            return Math.min(left, 1 + random.nextInt(8192));
        }
    };

    abstract int next(Random random, int left);

    /** What the reader tells when it gets the bytes in these slices; a refusal comes last, as the exception it is. */
    List<Object> read(FrameReader reader, byte[] sent) {
        RecordingSink sink = new RecordingSink();
        Random random = new Random(sent.length);
        try {
            int at = 0;
            while (at < sent.length) {
                int count = next(random, sent.length - at);
                feed(reader, sent, at, count, random.nextInt(9), sink);
                at += count;
            }
        } catch (WebSocketException e) {
            sink.heard().add(new Refused(e.closeCode()));
        }
        return sink.heard();
    }

    /** Each read gets a buffer of its own, at some offset and soiled afterwards: nothing may live on in it. */
    private static void feed(FrameReader reader, byte[] sent, int at, int count, int offset, MessageSink sink) {
        byte[] buffer = new byte[offset + count + 3];
        Arrays.fill(buffer, (byte) 0xEE);
        System.arraycopy(sent, at, buffer, offset, count);
        try {
            reader.read(buffer, offset, count, sink);
        } finally {
            Arrays.fill(buffer, (byte) 0xAA);
        }
    }

    /** The reader threw, and this is the code to close with. */
    record Refused(int closeCode) {}
}
