package io.tidings.wire;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * A client that does nothing wrong, on the same node: whatever others do, it must keep its session and its echo, and hear nothing
 * else.
 */
final class Witness implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 10;

    /** What it says and what it then hears, with its own number in both. */
    private record Exchange(String said, String answer) {}

    private final WebSocketWire session;
    private final List<Exchange> exchanges;
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private int asked;

    private Witness(WebSocketWire session, Exchange... exchanges) {
        this.session = session;
        this.exchanges = List.of(exchanges);
        Thread reader = new Thread(this::listen, "witness");
        reader.setDaemon(true);
        reader.start();
    }

    /** On the engine alone. */
    static Witness ofEngine(int port) {
        return new Witness(open(port, "/engine.io/"), new Exchange("4witness %d", "4witness %d"));
    }

    /** In two namespaces: one that answers on the reading thread, one that answers from the container's pool. */
    static Witness ofSocketIo(int port) {
        WebSocketWire session = open(port, "/socket.io/").text("40").text("40/hostile,");
        String main = session.next().text();
        String custom = session.next().text();
        if (!main.startsWith("40{") || !custom.startsWith("40/hostile,{")) {
            throw new AssertionError("the witness is not let in: " + main + " " + custom);
        }
        return new Witness(
                session,
                new Exchange("42%d[\"echo\",\"witness\"]", "43%d[\"witness\"]"),
                new Exchange("42/hostile,%d[\"back\",\"witness\"]", "43/hostile,%d[\"witness\"]"));
    }

    private static WebSocketWire open(int port, String path) {
        return WebSocketWire.session(port, path + "?EIO=4&transport=websocket", "Origin: http://localhost");
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

    /** Sends something and returns how long it took to come back, in milliseconds. */
    long echo() {
        long before = System.nanoTime();
        for (Exchange exchange : exchanges) {
            asked++;
            String said = exchange.said.formatted(asked);
            session.connection().trySend(Frame.text(said).masked());
            String answer = nextHeard();
            if (!answer.equals("81 " + exchange.answer.formatted(asked))) {
                throw new AssertionError("the witness said " + said + " and heard " + answer);
            }
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
