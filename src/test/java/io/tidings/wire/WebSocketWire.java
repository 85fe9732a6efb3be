package io.tidings.wire;

import java.nio.ByteBuffer;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A WebSocket over a plain connection: sends any bytes and reads the frames that come back. */
final class WebSocketWire implements AutoCloseable {

    static final String KEY = "dGhlIHNhbXBsZSBub25jZQ==";
    private static final String DIRECT = "/engine.io/?EIO=4&transport=websocket";
    private static final int SMALLEST_LONG = 126;

    private final Tcp connection;
    private final Answer handshake;

    private WebSocketWire(Tcp connection, Answer handshake) {
        this.connection = connection;
        this.handshake = handshake;
    }

    /** A session of its own over WebSocket, its open packet already read. */
    static WebSocketWire session(int port) {
        return session(port, DIRECT);
    }

    static WebSocketWire session(int port, String target, String... headers) {
        WebSocketWire wire = connect(Tcp.to(port), target, headers);
        if (wire.handshake.status() != 101) {
            throw new AssertionError("no WebSocket but " + wire.handshake);
        }
        String greeting = wire.next().text();
        if (!greeting.startsWith("0{")) {
            throw new AssertionError("no open packet but " + greeting);
        }
        return wire;
    }

    /** The second transport of a session that polls. */
    static WebSocketWire upgradeOf(PollingSession session) {
        return connect(Tcp.to(session.port()), session.webSocketTarget());
    }

    /** A handshake as it should be, and whatever answer it gets. */
    static WebSocketWire connect(Tcp connection, String target, String... headers) {
        connection.send(request(target, headers));
        return new WebSocketWire(connection, Answer.headFrom(connection));
    }

    static String request(String target, String... headers) {
        String[] all = new String[headers.length + 4];
        all[0] = "Connection: Upgrade";
        all[1] = "Upgrade: websocket";
        all[2] = "Sec-WebSocket-Version: 13";
        all[3] = "Sec-WebSocket-Key: " + KEY;
        System.arraycopy(headers, 0, all, 4, headers.length);
        return Http.head("GET", target, all);
    }

    Answer handshake() {
        return handshake;
    }

    Tcp connection() {
        return connection;
    }

    WebSocketWire send(Frame frame) {
        connection.send(frame.masked());
        return this;
    }

    WebSocketWire text(String text) {
        return send(Frame.text(text));
    }

    /** Bytes as the vectors write them. */
    WebSocketWire hex(String bytes) {
        connection.send(Frame.hex(bytes));
        return this;
    }

    /** The next frame; null where the connection has ended. */
    @Nullable
    Frame read() {
        int first = connection.read();
        int length = connection.read();
        if (first < 0 || length < 0) {
            return null;
        }
        if (length == SMALLEST_LONG) {
            length = ByteBuffer.wrap(connection.read(2)).getShort() & 0xffff;
        } else if (length > SMALLEST_LONG) {
            length = Math.toIntExact(ByteBuffer.wrap(connection.read(8)).getLong());
        }
        return new Frame(first, connection.read(length));
    }

    /** The next frame that is not a ping of the heartbeat; the pings are answered. */
    Frame next() {
        Frame frame = nextUnlessEnded();
        if (frame == null) {
            throw new AssertionError("the server has closed the connection");
        }
        return frame;
    }

    /** Like {@link #next}; null where the connection has ended. */
    @Nullable
    Frame nextUnlessEnded() {
        for (Frame frame = read(); frame != null; frame = read()) {
            if (!frame.isPing()) {
                return frame;
            }
            pong();
        }
        return null;
    }

    /** Answers a ping of the heartbeat. */
    void pong() {
        connection.trySend(Frame.text("3").masked());
    }

    /** Reads up to the Close frame and returns its code; 1006 where the connection ends without one. */
    int closeCode() {
        for (Frame frame = read(); frame != null; frame = read()) {
            if (frame.isClose()) {
                return frame.closeCode();
            }
        }
        return 1006;
    }

    boolean endsWithin(Duration time) {
        return connection.endsWithin(time);
    }

    /** Leaves as a good client does. */
    @Override
    public void close() {
        connection.trySend(Frame.close(1000).masked());
        connection.endsWithin(Tcp.PATIENCE);
        connection.close();
    }
}
