package io.tidings.wire;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** A plain connection to a server of this machine, over which a test says whatever it likes. */
final class Tcp implements AutoCloseable {

    /** How long a test waits for bytes before it gives up: long, because machines that run tests may be busy. */
    static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final int TINY_WINDOW = 4 * 1024;

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;

    private Tcp(Socket socket, int port) {
        this.socket = socket;
        try {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), (int) PATIENCE.toMillis());
            socket.setSoTimeout((int) PATIENCE.toMillis());
            socket.setTcpNoDelay(true);
            this.in = new BufferedInputStream(socket.getInputStream());
            this.out = socket.getOutputStream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Tcp to(int port) {
        return new Tcp(new Socket(), port);
    }

    /** A connection whose receiving end is small, so that a server soon notices a client that does not read. */
    static Tcp withTinyWindow(int port) {
        Socket socket = new Socket();
        try {
            socket.setReceiveBufferSize(TINY_WINDOW);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Tcp(socket, port);
    }

    /** Each character is one byte. */
    Tcp send(String latin1) {
        return send(latin1.getBytes(StandardCharsets.ISO_8859_1));
    }

    Tcp send(byte[] bytes) {
        try {
            out.write(bytes);
            out.flush();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** False once the server has closed the connection. */
    boolean trySend(byte[] bytes) {
        try {
            out.write(bytes);
            return true;
        } catch (IOException closed) {
            return false;
        }
    }

    /** The next byte, or -1 where the server has ended the connection, gently or not. */
    int read() {
        try {
            return in.read();
        } catch (SocketTimeoutException silent) {
            throw new UncheckedIOException("the server said nothing for " + PATIENCE.toSeconds() + " s", silent);
        } catch (IOException reset) {
            return -1;
        }
    }

    /** Up to that many bytes; fewer where the connection ends before. */
    byte[] read(int count) {
        try {
            return in.readNBytes(count);
        } catch (SocketTimeoutException silent) {
            throw new UncheckedIOException("the server said nothing for " + PATIENCE.toSeconds() + " s", silent);
        } catch (IOException reset) {
            return new byte[0];
        }
    }

    /** Reads and forgets until the server ends the connection; false if it does not within that time. */
    boolean endsWithin(Duration time) {
        long deadline = System.nanoTime() + time.toNanos();
        byte[] ignored = new byte[64 * 1024];
        try {
            while (true) {
                long left = (deadline - System.nanoTime()) / 1_000_000;
                if (left <= 0) {
                    return false;
                }
                socket.setSoTimeout((int) left);
                if (in.read(ignored) < 0) {
                    return true;
                }
            }
        } catch (SocketTimeoutException stillOpen) {
            return false;
        } catch (IOException reset) {
            return true;
        }
    }

    /** Says that nothing more will be sent, and goes on listening. */
    void finishSending() {
        try {
            socket.shutdownOutput();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Goes away as a process does that is killed: with a reset, and without reading what has come. */
    void reset() {
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
