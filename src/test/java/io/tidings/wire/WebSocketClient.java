package io.tidings.wire;

import java.io.ByteArrayOutputStream;

/** A Socket.IO client over WebSocket from the beginning. */
final class WebSocketClient implements Client {

    private static final String TARGET = "/socket.io/?EIO=4&transport=websocket";
    /** More than anybody needs to end a session, and less than a client may leave unanswered. */
    private static final int MOST_PINGS = 8;

    private final WebSocketWire wire;

    private WebSocketClient(WebSocketWire wire) {
        this.wire = wire;
    }

    static WebSocketClient open(int port) {
        return new WebSocketClient(WebSocketWire.session(port, TARGET, "Origin: http://localhost"));
    }

    WebSocketWire wire() {
        return wire;
    }

    @Override
    public void send(Said... messages) {
        trySend(messages);
    }

    /** False once the server has closed the connection. */
    boolean trySend(Said... messages) {
        ByteArrayOutputStream frames = new ByteArrayOutputStream();
        for (Said message : messages) {
            frames.writeBytes(message.frame());
        }
        return wire.connection().trySend(frames.toByteArray());
    }

    @Override
    public String next() {
        Frame frame = wire.nextUnlessEnded();
        if (frame == null || frame.isClose() || frame.equals(Frame.text("1"))) {
            return END;
        }
        return frame.isBinary()
                ? frame.payload().length + " bytes"
                : frame.text().substring(1);
    }

    @Override
    public boolean isEnded() {
        return closeCode() != 0;
    }

    /** Waits for the Close frame; 1006 where the connection ends without one, 0 where the session goes on. */
    int closeCode() {
        int pings = 0;
        for (Frame frame = wire.read(); frame != null && pings < MOST_PINGS; frame = wire.read()) {
            if (frame.isClose()) {
                return frame.closeCode();
            }
            if (frame.isPing()) {
                wire.pong();
                pings++;
            }
        }
        return pings < MOST_PINGS ? 1006 : 0;
    }

    /** Goes away without a word. */
    void reset() {
        wire.connection().reset();
    }

    @Override
    public void close() {
        wire.close();
    }
}
