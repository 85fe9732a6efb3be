package io.tidings.bench.load;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A WebSocket echo for short messages, with a thread for each connection, that can be told to get it wrong. */
final class EchoServer implements AutoCloseable {

    /** Changes a frame before it is sent back. */
    interface Mangling {
        void mangle(byte[] frame);
    }

    private static final String ACCEPTED = """
            HTTP/1.1 101 Switching Protocols\r
            Upgrade: websocket\r
            Connection: Upgrade\r
            Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r
            \r
            """;

    private final ServerSocket listener;
    private final Mangling mangling;

    EchoServer(Mangling mangling) throws IOException {
        this.mangling = mangling;
        listener = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
        daemon(this::accept);
    }

    int port() {
        return listener.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = listener.accept();
                daemon(() -> serve(socket));
            }
        } catch (IOException closed) {
            // the end of the test
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            DataInputStream input = new DataInputStream(socket.getInputStream());
            OutputStream output = socket.getOutputStream();
            int lineEnds = 0;
            while (lineEnds < 4) {
                int next = input.readUnsignedByte();
                lineEnds = next == '\r' || next == '\n' ? lineEnds + 1 : 0;
            }
            output.write(ACCEPTED.getBytes(StandardCharsets.US_ASCII));
            while (true) {
                output.write(echo(input));
            }
        } catch (IOException closed) {
            // the client has seen enough
        }
    }

    private byte[] echo(DataInputStream input) throws IOException {
        byte first = input.readByte();
        int length = input.readUnsignedByte() & 0x7F;
        if (length > 125) {
            throw new UncheckedIOException(new IOException("only short messages here"));
        }
        byte[] mask = input.readNBytes(4);
        byte[] frame = new byte[length + 2];
        frame[0] = first;
        frame[1] = (byte) length;
        for (int i = 0; i < length; i++) {
            frame[i + 2] = (byte) (input.readByte() ^ mask[i % 4]);
        }
        mangling.mangle(frame);
        return frame;
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "echo-server");
        thread.setDaemon(true);
        thread.start();
    }
}
