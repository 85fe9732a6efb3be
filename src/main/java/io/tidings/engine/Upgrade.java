package io.tidings.engine;

import io.tidings.protocol.Bytes;
import io.tidings.protocol.engineio.EnginePacket;
import io.tidings.protocol.engineio.PacketType;
import io.tidings.schedule.Deadline;
import io.tidings.schedule.Deadlines;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The move of one session from long polling to a second transport. The client probes the new transport, is answered there,
 * and then says that it has left the old one. Until then everything else still goes over the old one.
 */
final class Upgrade {

    private static final Duration RELEASE_INTERVAL = Duration.ofMillis(50);

    private final Session session;
    private final Transport probing;
    private final Deadlines deadlines;
    private final Deadline timeout;

    // Guarded by this.
    private List<EnginePacket> answers = List.of();
    private boolean probed;
    private boolean ended;
    private @Nullable Deadline release;

    Upgrade(Session session, Transport probing, Deadlines deadlines, Duration timeout) {
        this.session = session;
        this.probing = probing;
        this.deadlines = deadlines;
        this.timeout = deadlines.after(timeout, this::abort);
    }

    Transport transport() {
        return probing;
    }

    /** Packets that came over the new transport. Returns how many of them this upgrade has used up. */
    int received(List<EnginePacket> packets) {
        for (int i = 0; i < packets.size(); i++) {
            EnginePacket packet = packets.get(i);
            if (isExpectedProbe(packet)) {
                answerProbe(packet.data());
            } else if (packet.type() == PacketType.UPGRADE && hasProbed() && end()) {
                session.completeUpgrade(this);
                return i + 1;
            } else {
                abort();
                return packets.size();
            }
        }
        return packets.size();
    }

    private boolean isExpectedProbe(EnginePacket packet) {
        return packet.type() == PacketType.PING && packet.isProbe() && !hasProbed();
    }

    private synchronized boolean hasProbed() {
        return probed;
    }

    private void answerProbe(Bytes data) {
        synchronized (this) {
            if (ended) {
                return;
            }
            probed = true;
            answers = List.of(new EnginePacket(PacketType.PONG, data, false));
        }
        probing.flush();
        releasePolls();
    }

    /** The client waits for the answer of its poll before it moves; polls may still be on their way, hence the repetition. */
    private void releasePolls() {
        session.transport().release();
        synchronized (this) {
            if (!ended) {
                release = deadlines.after(RELEASE_INTERVAL, this::releasePolls);
            }
        }
    }

    synchronized List<EnginePacket> take() {
        List<EnginePacket> taken = answers;
        answers = List.of();
        return taken;
    }

    synchronized boolean isDrained() {
        return answers.isEmpty();
    }

    /** Gives the new transport up; the session goes on with the old one. */
    void abort() {
        if (end()) {
            session.abandonUpgrade(this);
            probing.close(CloseReason.TRANSPORT_ERROR);
        }
    }

    private synchronized boolean end() {
        if (ended) {
            return false;
        }
        ended = true;
        timeout.cancel();
        if (release != null) {
            release.cancel();
        }
        return true;
    }
}
