package io.tidings.wire;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;

/** A Socket.IO client that polls and never moves to WebSocket. */
final class PollingClient implements Client {

    /** Less than the heartbeat takes to notice that nobody polls. */
    private static final long SOON = Duration.ofSeconds(5).toNanos();

    private final PollingSession session;
    private final Deque<String> heard = new ArrayDeque<>();
    private int status;

    private PollingClient(PollingSession session) {
        this.session = session;
    }

    static PollingClient open(Http http) {
        return new PollingClient(PollingSession.open(http, "/socket.io/"));
    }

    PollingSession session() {
        return session;
    }

    /** What the last POST was answered. */
    int status() {
        return status;
    }

    @Override
    public void send(Said... messages) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (Said message : messages) {
            if (body.size() > 0) {
                body.write('\u001e');
            }
            body.writeBytes(message.packet());
        }
        status = session.post(body.toByteArray()).status();
    }

    @Override
    public String next() {
        while (heard.isEmpty()) {
            Answer answer = session.poll();
            if (answer.status() != 200) {
                return END;
            }
            for (String packet : answer.body().split("\u001e", -1)) {
                take(packet);
            }
        }
        return heard.remove();
    }

    private void take(String packet) {
        switch (packet.isEmpty() ? ' ' : packet.charAt(0)) {
            case '1' -> heard.add(END);
            case '2' -> session.post("3");
            case '4' -> heard.add(packet.substring(1));
            case '6' -> {}
            case 'b' -> heard.add(Base64.getDecoder().decode(packet.substring(1)).length + " bytes");
            default -> throw new AssertionError("no packet that a server sends: " + packet);
        }
    }

    @Override
    public boolean isEnded() {
        long deadline = System.nanoTime() + SOON;
        while (!session.isGone()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            Node.pause(20);
        }
        return true;
    }

    @Override
    public void close() {
        session.post("1");
    }
}
