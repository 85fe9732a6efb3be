package io.tidings.cluster;

/** Somebody else who publishes: how far it has come, and when it was heard. Guarded by {@link Publishers}. */
final class Publisher {

    private final NodeId id;
    private long next;
    private long heardAt;
    private boolean isNode;
    private boolean hasLeft;
    private boolean isGivenUp;

    Publisher(NodeId id, long first, long now) {
        this.id = id;
        this.next = first;
        this.heardAt = now;
    }

    NodeId id() {
        return id;
    }

    /** Whether it is a node, rather than somebody who only publishes. */
    boolean isNode() {
        return isNode;
    }

    void becomeNode() {
        isNode = true;
    }

    /** It has said good-bye: nothing of it counts any more. */
    boolean hasLeft() {
        return hasLeft;
    }

    void leave() {
        hasLeft = true;
    }

    /** It is silent for so long that nobody counts on its coming back. */
    void giveUp() {
        isGivenUp = true;
    }

    /** Whether it is a node that lives, or is silent and may come back. */
    boolean mayListen() {
        return isNode && !hasLeft && !isGivenUp;
    }

    boolean isSilentSince(long moment) {
        return heardAt - moment < 0;
    }

    /** How many messages are missing before one of that number; negative for one that is late. */
    long gapBefore(long sequence) {
        return sequence - next;
    }

    void heard(long sequence, long now) {
        next = sequence + 1;
        heardAt = now;
        isGivenUp = false;
    }
}
