package io.tidings.wire;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A client that does nothing wrong, on the same node: whatever others do, it must keep its session and its echo. */
final class Witness implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 10;

    private final WebSocketWire session;
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private int asked;

    private Witness(WebSocketWire session) {
        this.session = session;
        Thread reader = new Thread(this::listen, "witness");
        reader.setDaemon(true);
        reader.start();
    }

    static Witness on(int port) {
        return new Witness(
                WebSocketWire.session(port, "/engine.io/?EIO=4&transport=websocket", "Origin: http://localhost"));
    }

    private void listen() {
        for (Frame frame = session.read(); frame != null; frame = session.read()) {
            if (frame.text().equals("2")) {
                session.connection().trySend(Frame.text("3").masked());
            } else {
                heard.add(frame.toString());
            }
        }
        heard.add("the end of the connection");
    }

    /** Sends something and returns what comes back, and how long that took in milliseconds. */
    long echo() {
        String said = "4witness " + ++asked;
        long before = System.nanoTime();
        session.connection().trySend(Frame.text(said).masked());
        String answer = nextHeard();
        if (!answer.equals("81 " + said)) {
            throw new AssertionError("the witness said " + said + " and heard " + answer);
        }
        return (System.nanoTime() - before) / 1_000_000;
    }

    private String nextHeard() {
        try {
            String answer = heard.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return answer == null ? "nothing for " + PATIENCE_SECONDS + " s" : answer;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        session.connection().close();
    }
}
