package io.tidings.transport.polling;

import io.tidings.engine.CloseReason;
import io.tidings.engine.EngineLink;
import io.tidings.engine.Transport;
import io.tidings.engine.TransportKind;
import io.tidings.protocol.ProtocolException;
import io.tidings.protocol.engineio.EnginePacket;
import io.tidings.protocol.engineio.PacketType;
import io.tidings.transport.http.HttpFault;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Carries a session over successive requests: at most one GET that waits for packets and one POST that brings some. */
final class PollingTransport implements Transport {

    private final EngineLink link;
    private final Overtaking overtaking;
    private final AtomicReference<@Nullable Poll> parked = new AtomicReference<>();
    private final AtomicReference<@Nullable Post> posting = new AtomicReference<>();

    // What requests are told that come when the session does not poll any more; null while it does.
    private volatile @Nullable HttpFault over;
    private volatile long polledAt;

    PollingTransport(EngineLink link, Overtaking overtaking) {
        this.link = link;
        this.overtaking = overtaking;
    }

    @Override
    public TransportKind kind() {
        return TransportKind.POLLING;
    }

    /** Parks a GET until there is something to answer. */
    void poll(Poll poll) {
        poll.onAbandoned(() -> abandoned(poll));
        polledAt = overtaking.now();
        if (!parked.compareAndSet(null, poll)) {
            poll.refuse(HttpFault.badRequest());
            link.lost(this, CloseReason.TRANSPORT_ERROR);
            return;
        }
        flush();
        HttpFault fault = over;
        Poll late = fault == null ? null : parked.getAndSet(null);
        if (fault != null && late != null) {
            refuse(late, fault);
        }
    }

    private void refuse(Poll late, HttpFault fault) {
        if (overtaking.takeGoodBye(link.session().id().value())) {
            late.answer(List.of(EnginePacket.NOOP), () -> {});
        } else {
            late.refuse(fault);
        }
    }

    private void abandoned(Poll poll) {
        if (parked.compareAndSet(poll, null)) {
            lost();
        }
    }

    /** Reserves the place of the one POST; false where another one is under way, which ends the session. */
    boolean beginPost(Post post) {
        if (posting.compareAndSet(null, post)) {
            return true;
        }
        link.lost(this, CloseReason.TRANSPORT_ERROR);
        return false;
    }

    void endPost(Post post) {
        posting.compareAndSet(post, null);
    }

    /** Hands the packets of a whole body on; what is not the protocol is for the caller to answer. */
    void received(List<EnginePacket> packets) {
        // Before the session ends, so that no poll finds neither the session nor its farewell.
        if (packets.stream().anyMatch(packet -> packet.type() == PacketType.CLOSE)) {
            overtaking.goodBye(link.session().id());
        }
        link.received(this, packets);
    }

    void refused(ProtocolException cause) {
        link.lost(this, CloseReason.PARSE_ERROR);
    }

    void lost() {
        link.lost(this, CloseReason.TRANSPORT_ERROR);
    }

    boolean isReadingSuspended() {
        return over == null && link.isReadingSuspended(this);
    }

    @Override
    public void flush() {
        Poll poll = parked.get();
        if (poll == null || link.isDrained(this) || !parked.compareAndSet(poll, null)) {
            return;
        }
        List<EnginePacket> packets = link.take(this, Integer.MAX_VALUE);
        if (packets.isEmpty()) {
            // Somebody else's poll took them between the two looks.
            giveBack(poll);
            return;
        }
        poll.answer(packets, this::lost);
        if (packets.get(packets.size() - 1).type() == PacketType.CLOSE) {
            link.lost(this, CloseReason.FORCED_CLOSE);
        }
    }

    @Override
    public boolean isWritable() {
        return parked.get() != null;
    }

    @Override
    public void resumeReading() {
        Post post = posting.get();
        if (post != null) {
            post.resume();
        }
    }

    /** One that has only just come waits for the next time: the client may have moved already. */
    @Override
    public void release() {
        Poll poll = overtaking.mayHaveOvertakenTheMove(polledAt) ? null : parked.getAndSet(null);
        if (poll != null) {
            giveBack(poll);
        }
    }

    /** An answer without data makes the client go on. */
    private void giveBack(Poll poll) {
        poll.answer(List.of(EnginePacket.NOOP), this::lost);
    }

    @Override
    public void retire() {
        HttpFault moved = HttpFault.badRequest();
        over = moved;
        Poll poll = parked.getAndSet(null);
        if (poll != null && overtaking.mayHaveOvertakenTheMove(polledAt)) {
            poll.refuse(moved);
        } else if (poll != null) {
            giveBack(poll);
        }
        resumeReading();
    }

    @Override
    public void close(CloseReason reason) {
        over = HttpFault.sessionUnknown();
        resumeReading();
        Poll poll = parked.getAndSet(null);
        if (poll != null) {
            // A client that has said good-bye itself gets its waiting poll back without a second good-bye.
            EnginePacket last = reason == CloseReason.TRANSPORT_CLOSE ? EnginePacket.NOOP : EnginePacket.CLOSE;
            overtaking.takeGoodBye(link.session().id().value());
            poll.answer(List.of(last), () -> {});
        }
    }
}
