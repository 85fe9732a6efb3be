package io.tidings.protocol.websocket;

import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/**
 * The decompressing side of permessage-deflate (RFC 7692) for one connection. Holds native memory only while a message
 * is under way, or until {@link #close} when the client's compression context outlives its messages.
 */
final class Inflation implements AutoCloseable {

    /** What a sender cuts off the end of each message, RFC 7692, 7.2.1. */
    private static final byte[] TAIL = {0, 0, -1, -1};

    /** An empty last block, legal only where one block has ended and the next may begin. */
    private static final byte[] LAST_BLOCK = {1, 0, 0, -1, -1};

    /**
     * Empty blocks that leave the context as it is. Within a cut block they are taken for its contents and betray
     * themselves: as output, as an error, or by not being enough.
     */
    private static final byte[] EMPTY_BLOCKS = emptyBlocks(16);

    private final boolean keepsContext;
    private @Nullable Inflater inflater;
    private boolean closed;

    Inflation(boolean keepsContext) {
        this.keepsContext = keepsContext;
    }

    /** Decompresses one piece of a message, which decides when it is too much. */
    synchronized void inflate(byte[] input, int at, int count, PartialMessage target) {
        Inflater current = open();
        try {
            current.setInput(input, at, count);
            boolean more;
            do {
                more = target.fillFrom(current);
                if (current.finished() && current.getRemaining() > 0) {
                    restart(current, input, at + count);
                    more = true;
                }
            } while (more || current.getRemaining() > 0);
        } catch (DataFormatException e) {
            throw corrupt();
        } finally {
            current.setInput(TAIL, 0, 0);
        }
    }

    /** Ends a message and makes sure that its compressed form was whole. */
    synchronized void finishMessage() {
        Inflater current = open();
        // a stream that says itself that it has ended needs no tail
        if (!current.finished() && !endsBetweenBlocks(current)) {
            throw corrupt();
        }
        if (!keepsContext) {
            release();
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        release();
    }

    private Inflater open() {
        if (closed) {
            throw new WebSocketException(CloseCode.GOING_AWAY, "connection closed");
        }
        Inflater current = inflater;
        if (current == null) {
            current = new Inflater(true);
            inflater = current;
        }
        return current;
    }

    private void release() {
        if (inflater != null) {
            inflater.end();
            inflater = null;
        }
    }

    /** A block marked as the last one may be followed by more, RFC 7692, 7.2.3.5. */
    private static void restart(Inflater inflater, byte[] input, int end) {
        int rest = inflater.getRemaining();
        inflater.reset();
        inflater.setInput(input, end - rest, rest);
    }

    private boolean endsBetweenBlocks(Inflater current) {
        if (!takesWithoutOutput(current, TAIL) || current.finished()) {
            return false;
        }
        return keepsContext
                ? takesWithoutOutput(current, EMPTY_BLOCKS) && !current.finished()
                : takesWithoutOutput(current, LAST_BLOCK) && current.finished();
    }

    /** Whether the bytes are taken whole and decompress to nothing. */
    private static boolean takesWithoutOutput(Inflater inflater, byte[] ending) {
        try {
            inflater.setInput(ending);
            return inflater.inflate(new byte[1]) == 0 && inflater.getRemaining() == 0;
        } catch (DataFormatException e) {
            return false;
        }
    }

    private static byte[] emptyBlocks(int count) {
        byte[] blocks = new byte[count * LAST_BLOCK.length];
        for (int at = 0; at < blocks.length; at += LAST_BLOCK.length) {
            blocks[at + 3] = -1;
            blocks[at + 4] = -1;
        }
        return blocks;
    }

    private static WebSocketException corrupt() {
        return WebSocketException.invalidPayload("compressed message is corrupt");
    }
}
