package io.tidings.wire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;

/** Few bytes that become many when somebody inflates them. */
final class Bombs {

    private static final int BLOCK = 1 << 16;

    private Bombs() {}

    /** A body of a request, for {@code Content-Encoding: gzip}. */
    static byte[] gzip(int size) {
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bomb)) {
            fill(out, size);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bomb.toByteArray();
    }

    /** The payload of a compressed WebSocket message, RFC 7692: an Engine.IO message of that many letters. */
    static byte[] message(int size) {
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
        try (DeflaterOutputStream out = new DeflaterOutputStream(bomb, deflater, BLOCK, true)) {
            out.write('4');
            fill(out, size);
            out.flush();
            // without the empty block 00 00 FF FF that the flush has put at its end
            return Arrays.copyOf(bomb.toByteArray(), bomb.size() - 4);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            deflater.end();
        }
    }

    private static void fill(OutputStream out, int size) throws IOException {
        byte[] block = new byte[BLOCK];
        Arrays.fill(block, (byte) 'a');
        for (int left = size; left > 0; left -= BLOCK) {
            out.write(block, 0, Math.min(left, BLOCK));
        }
    }
}
