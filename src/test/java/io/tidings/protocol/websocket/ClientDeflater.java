package io.tidings.protocol.websocket;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.zip.Deflater;

/** A client's compressor, in the variants that RFC 7692 leaves to it. */
final class ClientDeflater implements AutoCloseable {

    private final Deflater deflater;
    private final boolean keepsContext;

    ClientDeflater(boolean keepsContext, int level) {
        this.keepsContext = keepsContext;
        this.deflater = new Deflater(level, true);
    }

    /** A message as it travels: flushed, without the empty block at its end. */
    byte[] compress(byte[] payload) {
        if (payload.length == 0) {
            return new byte[1];
        }
        byte[] flushed = run(payload, Deflater.SYNC_FLUSH);
        return Arrays.copyOf(flushed, flushed.length - 4);
    }

    /** A message in a stream that says that it ends, with the octet that RFC 7692, 7.2.3.4, puts behind it. */
    byte[] compressAsWholeStream(byte[] payload) {
        deflater.finish();
        byte[] stream = run(payload, Deflater.NO_FLUSH);
        deflater.reset();
        return Arrays.copyOf(stream, stream.length + 1);
    }

    /** The same letter over and over, at a ratio of about 1000. */
    static byte[] bomb(int inflatedSize) {
        byte[] letters = new byte[65_536];
        Arrays.fill(letters, (byte) 'a');
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        try (ClientDeflater client = new ClientDeflater(false, 9)) {
            for (int left = inflatedSize; left > letters.length; left -= letters.length) {
                output.writeBytes(client.run(letters, Deflater.NO_FLUSH));
            }
            int last = inflatedSize - (inflatedSize - 1) / letters.length * letters.length;
            output.writeBytes(client.compress(Arrays.copyOf(letters, last)));
        }
        return output.toByteArray();
    }

    @Override
    public void close() {
        deflater.end();
    }

    private byte[] run(byte[] payload, int flush) {
        deflater.setInput(payload);
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        byte[] chunk = new byte[65_536];
        int count;
        do {
            count = deflater.deflate(chunk, 0, chunk.length, flush);
            output.write(chunk, 0, count);
        } while (count == chunk.length);
        if (!keepsContext && flush == Deflater.SYNC_FLUSH) {
            deflater.reset();
        }
        return output.toByteArray();
    }
}
