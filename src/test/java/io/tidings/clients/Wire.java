package io.tidings.clients;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The way from one machine to another: connections that go through it hang while it is cut, and nobody is told. */
final class Wire implements AutoCloseable {

    private final ServerSocket entrance;
    private final int exit;
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final Object lock = new Object();

    // Guarded by lock.
    private boolean cut;

    /** Leads to that port of this machine. */
    Wire(int exit) {
        this.exit = exit;
        try {
            entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start(this::accept);
    }

    int port() {
        return entrance.getLocalPort();
    }

    void cut() {
        synchronized (lock) {
            cut = true;
        }
    }

    void mend() {
        synchronized (lock) {
            cut = false;
            lock.notifyAll();
        }
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "wire");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        try {
            while (true) {
                Socket near = entrance.accept();
                sockets.add(near);
                start(() -> connect(near));
            }
        } catch (IOException closed) {
            // the end of the wire
        }
    }

    private void connect(Socket near) {
        try {
            awaitWhole();
            Socket far = new Socket(InetAddress.getLoopbackAddress(), exit);
            sockets.add(far);
            start(() -> carry(near, far));
            carry(far, near);
        } catch (IOException refused) {
            close(near);
        }
    }

    private void carry(Socket from, Socket to) {
        byte[] buffer = new byte[64 * 1024];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                awaitWhole();
                out.write(buffer, 0, count);
            }
        } catch (IOException ended) {
            // as the other side will hear
        }
        try {
            awaitWhole();
        } catch (IOException closing) {
            // both ends are closed then
        }
        close(from);
        close(to);
    }

    private void awaitWhole() throws IOException {
        synchronized (lock) {
            while (cut) {
                try {
                    lock.wait();
                } catch (InterruptedException e) {
                    throw new IOException(e);
                }
            }
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException alreadyClosed) {
            // nothing is left to close
        }
    }

    @Override
    public void close() {
        mend();
        try {
            entrance.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        sockets.forEach(Wire::close);
    }
}
