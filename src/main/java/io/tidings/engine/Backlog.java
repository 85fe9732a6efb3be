package io.tidings.engine;

/** The messages of one client that have arrived and are not handled yet; says when reading has to stop. */
final class Backlog {

    /** How many times the limit a transport may pass that cannot stop reading. */
    private static final int OVERRUN = 16;

    private final EngineLimits limits;
    private final QueuedBytes node;

    // Guarded by this.
    private int messages;
    private long bytes;

    // Written under the lock only.
    private volatile boolean suspended;

    Backlog(EngineLimits limits, QueuedBytes node) {
        this.limits = limits;
        this.node = node;
    }

    /** False if the node has no room for them; then nothing is counted. */
    boolean enter(int count, int size) {
        if (!node.reserve(size)) {
            return false;
        }
        synchronized (this) {
            messages += count;
            bytes += size;
            suspended |= isBeyond(1);
        }
        return true;
    }

    /** True if reading is suspended and need not be. */
    boolean leave(int count, int size) {
        node.release(size);
        synchronized (this) {
            messages -= count;
            bytes -= size;
            return suspended && !isBeyond(1);
        }
    }

    /** True if reading was suspended and may go on now; where too much has come meanwhile, whoever leaves will ask again. */
    synchronized boolean resume() {
        boolean resumes = suspended && !isBeyond(1);
        suspended &= !resumes;
        return resumes;
    }

    boolean isSuspended() {
        return suspended;
    }

    synchronized boolean isOverrun() {
        return isBeyond(OVERRUN);
    }

    private boolean isBeyond(int times) {
        return messages >= times * limits.inboundPackets() || bytes >= (long) times * limits.inboundBytes();
    }
}
