package io.tidings.bench.load;

import java.nio.channels.Selector;

/** What all clients of a run share. */
final class Cast {

    private final Plan plan;
    private final Score score;
    private final Dialler dialler;
    private final Script script;
    private final ClientFrames frames;
    private final Broadcasts broadcasts;
    private final Upgrade upgrade;
    private boolean running;

    Cast(Plan plan, Selector selector, Score score) {
        this.plan = plan;
        this.score = score;
        dialler = new Dialler(selector, plan.target());
        script = Script.of(plan);
        frames = new ClientFrames(script.said(), plan.shape().binary());
        broadcasts = new Broadcasts(plan, script.heard(), score);
        upgrade = new Upgrade(plan.target(), plan.mode() == Mode.RAW ? "" : "?EIO=4&transport=websocket");
    }

    Client client(int number) {
        return plan.mode() == Mode.PARK || plan.mode() == Mode.POLLING_ECHO
                ? new PollingClient(number, this)
                : new WebSocketClient(number, this);
    }

    Echoes echoes(int client) {
        return new Echoes(client, plan.pace().inFlight(), script.heard(), score);
    }

    Part part(int client) {
        return plan.mode() == Mode.BCAST
                ? new Listener(client, frames, broadcasts)
                : new Caller(frames, echoes(client));
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
        return script.said();
    }

    Upgrade upgrade() {
        return upgrade;
    }

    boolean isRunning() {
        return running;
    }

    /** Whether the client has to enter the room of the audience before it is ready. */
    boolean entersRoom(int client) {
        return plan.shape().hasRoom() && client < plan.shape().audience();
    }

    /** From now on each echo is answered by the next message. */
    void run() {
        running = true;
        broadcasts.begin();
    }

    /** From now on nobody says anything more. */
    void rest() {
        running = false;
    }

    /** How many broadcasts may be sent because of what has been heard by anybody. */
    int missingBroadcasts() {
        return running && plan.mode() == Mode.BCAST ? broadcasts.missing() : 0;
    }
}
