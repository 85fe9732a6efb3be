package io.tidings.bench.load;

/** The messages of one client that are in flight. Echoes come back in order, so the oldest is the one expected. */
final class Echoes {

    private static final int SEQUENCE_BITS = 16;
    private static final int SEQUENCE_MASK = (1 << SEQUENCE_BITS) - 1;

    private final Payload payload;
    private final Score score;
    private final int client;
    private final long[] sentAt;
    private int sent;
    private int returned;

    Echoes(int client, int inFlight, Payload payload, Score score) {
        this.client = client;
        this.payload = payload;
        this.score = score;
        sentAt = new long[inFlight];
    }

    /** Notes the next message as sent; answers its stamp. */
    int send() {
        sentAt[sent % sentAt.length] = score.now();
        return stamp(sent++);
    }

    /** How many more may be sent now. */
    int missing() {
        return sentAt.length - (sent - returned);
    }

    boolean mayContinue() {
        return missing() > 0;
    }

    /** Judges an echo. */
    void returned(byte[] bytes, int from, int length) {
        if (returned == sent) {
            throw new IllegalStateException("an echo of nothing that was sent");
        }
        if (!payload.matches(bytes, from, length, stamp(returned))) {
            throw new IllegalStateException("echo " + returned + " of client " + client
                    + " differs from what was sent: " + Excerpt.of(bytes, from, length));
        }
        score.counted(score.now() - sentAt[returned % sentAt.length]);
        returned++;
    }

    private int stamp(int sequence) {
        return (client << SEQUENCE_BITS) | (sequence & SEQUENCE_MASK);
    }
}
