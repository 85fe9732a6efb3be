package io.tidings.engine;

import io.tidings.protocol.engineio.EnginePacket;
import io.tidings.protocol.engineio.PacketType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The packets that wait for one client, in order; bounded in number and bytes. */
final class Outbox {

    enum Offer {
        ACCEPTED,
        /** Accepted, and so much waits now that it should leave before more is added. */
        PRESSING,
        FULL,
        NODE_FULL,
        SEALED
    }

    private final EngineLimits limits;
    private final QueuedBytes node;

    // Guarded by this. There is no list while nothing waits, because most sessions are idle most of the time.
    private @Nullable List<EnginePacket> waiting;
    private int bytes;
    private boolean sealed;

    Outbox(EngineLimits limits, QueuedBytes node) {
        this.limits = limits;
        this.node = node;
    }

    /** Adds one packet, or nothing. */
    synchronized Offer offer(EnginePacket packet) {
        requireMessage(packet);
        Offer offer = admit(1, packet.size());
        if (offer == Offer.ACCEPTED || offer == Offer.PRESSING) {
            list().add(packet);
        }
        return offer;
    }

    /** Adds packets that belong together: all of them without another between them, or nothing. */
    synchronized Offer offer(List<EnginePacket> unit) {
        int size = 0;
        for (EnginePacket packet : unit) {
            requireMessage(packet);
            size += packet.size();
        }
        Offer offer = admit(unit.size(), size);
        if (!unit.isEmpty() && (offer == Offer.ACCEPTED || offer == Offer.PRESSING)) {
            list().addAll(unit);
        }
        return offer;
    }

    /** The other packets belong to the session: one sent by an application would confuse the client's state. */
    private static void requireMessage(EnginePacket packet) {
        if (packet.type() != PacketType.MESSAGE) {
            throw new IllegalArgumentException("only messages can be sent, not " + packet.type());
        }
    }

    private Offer admit(int count, int size) {
        if (sealed) {
            return Offer.SEALED;
        }
        int packetsThen = count() + count;
        // The byte limit guards against a client that does not read; one unit larger than it may still go to one that
        // does.
        if (packetsThen > limits.outboxPackets() || (waiting != null && bytes + size > limits.outboxBytes())) {
            return Offer.FULL;
        }
        if (!node.reserve(size)) {
            return Offer.NODE_FULL;
        }
        bytes += size;
        boolean pressing = packetsThen > limits.outboxPackets() / 2 || bytes > limits.outboxBytes() / 2;
        return pressing ? Offer.PRESSING : Offer.ACCEPTED;
    }

    /** Adds a packet of the session itself, of which there are few: the limits do not hold for it. */
    synchronized void offerControl(EnginePacket packet) {
        if (!sealed) {
            add(packet);
        }
    }

    /** Lets nothing more in, behind a last CLOSE packet; false if that was done before. */
    synchronized boolean seal() {
        if (sealed) {
            return false;
        }
        sealed = true;
        add(EnginePacket.CLOSE);
        return true;
    }

    private void add(EnginePacket packet) {
        node.charge(packet.size());
        bytes += packet.size();
        list().add(packet);
    }

    /** Takes the oldest packets: one at least, and more as long as they fit into the given bytes. */
    synchronized List<EnginePacket> take(int maxBytes) {
        List<EnginePacket> all = waiting;
        if (all == null) {
            return List.of();
        }
        if (bytes <= maxBytes) {
            node.release(bytes);
            bytes = 0;
            waiting = null;
            return all;
        }
        return takeSome(all, maxBytes);
    }

    private List<EnginePacket> takeSome(List<EnginePacket> all, int maxBytes) {
        int count = 1;
        int size = all.get(0).size();
        while (count < all.size() && size + all.get(count).size() <= maxBytes) {
            size += all.get(count).size();
            count++;
        }
        List<EnginePacket> head = all.subList(0, count);
        List<EnginePacket> taken = new ArrayList<>(head);
        head.clear();
        if (all.isEmpty()) {
            waiting = null;
        }
        bytes -= size;
        node.release(size);
        return taken;
    }

    synchronized boolean isEmpty() {
        return waiting == null;
    }

    /** Drops everything and lets nothing more in. */
    synchronized void discard() {
        sealed = true;
        waiting = null;
        node.release(bytes);
        bytes = 0;
    }

    private int count() {
        return waiting == null ? 0 : waiting.size();
    }

    private List<EnginePacket> list() {
        if (waiting == null) {
            waiting = new ArrayList<>(4);
        }
        return waiting;
    }
}
