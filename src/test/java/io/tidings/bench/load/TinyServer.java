package io.tidings.bench.load;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A WebSocket server for short messages, with a thread for each connection; how it behaves says the test. */
final class TinyServer implements AutoCloseable {

    /** What the server does, right or wrong. */
    interface Conduct {
        default void opened(Line line) {}

        void received(Line line, byte[] frame);
    }

    /** One connection, to which any thread may send. */
    record Line(OutputStream output) {

        void send(String text) {
            byte[] content = text.getBytes(StandardCharsets.US_ASCII);
            byte[] frame = new byte[content.length + 2];
            frame[0] = (byte) 0x81;
            frame[1] = (byte) content.length;
            System.arraycopy(content, 0, frame, 2, content.length);
            send(frame);
        }

        synchronized void send(byte[] frame) {
            try {
                output.write(frame);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static final String ACCEPTED = """
            HTTP/1.1 101 Switching Protocols\r
            Upgrade: websocket\r
            Connection: Upgrade\r
            Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r
            \r
            """;

    private final ServerSocket listener;
    private final Conduct conduct;

    TinyServer(Conduct conduct) throws IOException {
        this.conduct = conduct;
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
            Line line = new Line(socket.getOutputStream());
            int lineEnds = 0;
            while (lineEnds < 4) {
                int next = input.readUnsignedByte();
                lineEnds = next == '\r' || next == '\n' ? lineEnds + 1 : 0;
            }
            line.send(ACCEPTED.getBytes(StandardCharsets.US_ASCII));
            conduct.opened(line);
            while (true) {
                conduct.received(line, frame(input));
            }
        } catch (IOException | UncheckedIOException closed) {
            // the client has seen enough
        }
    }

    /** The next frame as a server would have sent it, without a mask. */
    private static byte[] frame(DataInputStream input) throws IOException {
        byte first = input.readByte();
        int length = input.readUnsignedByte() & 0x7F;
        if (length > 125) {
            throw new IOException("only short messages here");
        }
        byte[] mask = input.readNBytes(4);
        byte[] frame = new byte[length + 2];
        frame[0] = first;
        frame[1] = (byte) length;
        for (int i = 0; i < length; i++) {
            frame[i + 2] = (byte) (input.readByte() ^ mask[i % 4]);
        }
        return frame;
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "tiny-server");
        thread.setDaemon(true);
        thread.start();
    }
}
