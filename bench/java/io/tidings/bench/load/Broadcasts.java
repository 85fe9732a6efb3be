package io.tidings.bench.load;

/**
 * The broadcasts of a run. Each goes to the whole audience, of whom each must receive all of them once and in order. The next
 * one is sent when the last of them has received the oldest, or where there is a rate when its time has come: its latency
 * counts from that time on, whenever it was sent.
 */
final class Broadcasts {

    /** The number of the client that sends them. */
    static final int SENDER = 0;

    /** What a server may be behind the rate. */
    private static final int MOST_BEHIND = 1 << 16;

    private static final double NANOS_PER_SECOND = 1e9;

    private final Payload payload;
    private final Score score;
    private final Pace pace;
    private final Target target;
    private final int receivers;
    private final long[] sentAt;
    private final int[] deliveries;
    private int sent;
    private int completed;
    private long begin;

    Broadcasts(Plan plan, Payload payload, Score score) {
        this.receivers = plan.shape().audience();
        this.pace = plan.pace();
        this.target = plan.target();
        this.payload = payload;
        this.score = score;
        int room = pace.isOpen() ? MOST_BEHIND : pace.inFlight();
        sentAt = new long[room];
        deliveries = new int[room];
    }

    /** The time of the first one. */
    void begin() {
        begin = System.nanoTime();
    }

    /** How many more may be sent now. */
    int missing() {
        int room = sentAt.length - (sent - completed);
        if (!pace.isOpen()) {
            return room;
        }
        int due = (int) ((score.now() - begin) / NANOS_PER_SECOND * pace.rate()) - sent;
        if (due > room) {
            throw new IllegalStateException("the server is " + MOST_BEHIND + " broadcasts behind");
        }
        return Math.max(due, 0);
    }

    /** Notes the next broadcast as sent; answers its stamp. */
    int send() {
        sentAt[sent % sentAt.length] =
                pace.isOpen() ? begin + (long) (sent * NANOS_PER_SECOND / pace.rate()) : score.now();
        deliveries[sent % sentAt.length] = 0;
        return sent++;
    }

    /** Judges what a client received after {@code heard} others. */
    void delivered(int heard, int client, byte[] bytes, int from, int length) {
        if (heard == sent) {
            throw new IllegalStateException("client " + client + " received a broadcast that nobody sent");
        }
        if (!payload.matches(bytes, from, length, heard)) {
            throw new IllegalStateException("broadcast " + heard + " to client " + client
                    + " differs from what was sent: " + Excerpt.of(bytes, from, length));
        }
        long latency = score.now() - sentAt[heard % sentAt.length];
        if (target.nodeOf(client) == target.nodeOf(SENDER)) {
            score.counted(latency);
        } else {
            score.countedElsewhere(latency);
        }
        if (++deliveries[heard % sentAt.length] == receivers) {
            completed++;
        }
    }
}
