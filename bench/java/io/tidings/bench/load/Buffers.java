package io.tidings.bench.load;

import java.nio.ByteBuffer;

/** Room for reading and writing, shared by all wires of the selector thread, so that an idle client costs none. */
final class Buffers {

    private static final int READ_BYTES = 1 << 16;
    private static final int WRITE_BYTES = 1 << 18;

    final ByteBuffer input = ByteBuffer.allocateDirect(READ_BYTES);
    final byte[] arrived = new byte[READ_BYTES];
    private ByteBuffer output = ByteBuffer.allocateDirect(WRITE_BYTES);

    /** The output buffer with room for so many bytes more. */
    ByteBuffer output(int room) {
        if (room > output.remaining()) {
            output = ByteBuffer.allocateDirect(Math.max(output.capacity() * 2, output.position() + room))
                    .put(output.flip());
        }
        return output;
    }
}
