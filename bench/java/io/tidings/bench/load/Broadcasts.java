package io.tidings.bench.load;

/**
 * The broadcasts of a run. Each goes to all clients, each client must receive all of them once and in order, and the
 * next one is sent when the last client has received the oldest.
 */
final class Broadcasts {

    /** The number of the client that sends them. */
    static final int SENDER = 0;

    private final Payload payload;
    private final Score score;
    private final int receivers;
    private final long[] sentAt;
    private final int[] deliveries;
    private int sent;
    private int completed;

    Broadcasts(int receivers, int inFlight, Payload payload, Score score) {
        this.receivers = receivers;
        this.payload = payload;
        this.score = score;
        sentAt = new long[inFlight];
        deliveries = new int[inFlight];
    }

    /** How many more may be sent now. */
    int missing() {
        return sentAt.length - (sent - completed);
    }

    /** Notes the next broadcast as sent; answers its stamp. */
    int send() {
        sentAt[sent % sentAt.length] = score.now();
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
        score.counted(score.now() - sentAt[heard % sentAt.length]);
        if (++deliveries[heard % sentAt.length] == receivers) {
            completed++;
        }
    }
}
