package io.tidings.bench.load;

import java.nio.channels.Selector;

/** What all clients of a run share. */
final class Cast {

    private final Plan plan;
    private final Score score;
    private final Dialler dialler;
    private final Payload payload;
    private final ClientFrames frames;
    private final Upgrade upgrade;
    private boolean running;

    Cast(Plan plan, Selector selector, Score score) {
        this.plan = plan;
        this.score = score;
        dialler = new Dialler(selector, plan.target());
        boolean binary = plan.shape().binary();
        boolean engineText = plan.mode() != Mode.RAW && !binary;
        payload = new Payload(engineText ? "4" : "", plan.shape().payloadBytes(), binary);
        frames = new ClientFrames(payload, binary);
        upgrade = new Upgrade(plan.target(), plan.mode() == Mode.RAW ? "" : "?EIO=4&transport=websocket");
    }

    Client client(int number) {
        return plan.mode() == Mode.PARK || plan.mode() == Mode.POLLING_ECHO
                ? new PollingClient(number, this)
                : new WebSocketClient(number, this);
    }

    Echoes echoes(int client) {
        return new Echoes(client, plan.shape().inFlight(), payload, score);
    }

    Mode mode() {
        return plan.mode();
    }

    Target target() {
        return plan.target();
    }

    Score score() {
        return score;
    }

    Dialler dialler() {
        return dialler;
    }

    Payload payload() {
        return payload;
    }

    ClientFrames frames() {
        return frames;
    }

    Upgrade upgrade() {
        return upgrade;
    }

    boolean isRunning() {
        return running;
    }

    /** From now on each echo is answered by the next message. */
    void run() {
        running = true;
    }
}
