package io.tidings.engine;

import io.tidings.protocol.engineio.EnginePacket;
import io.tidings.protocol.engineio.PacketType;
import java.util.ArrayList;
import java.util.List;

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

    // Guarded by this. A growing list only while several packets wait: most sessions are idle most of the time, and
    // most of the others get one packet at a time.
    private List<EnginePacket> waiting = List.of();
    private int bytes;
    private boolean sealed;
    /** A CLOSE packet leaves when nothing else waits any more. */
    private boolean closes;

    Outbox(EngineLimits limits, QueuedBytes node) {
        this.limits = limits;
        this.node = node;
    }

    /** Adds packets that belong together: all of them without another between them, or nothing. */
    synchronized Offer offer(List<EnginePacket> unit) {
        int size = 0;
        // By index, as below: most units of a broadcast are short, and an iterator would be most of their cost.
        for (int i = 0; i < unit.size(); i++) {
            requireMessage(unit.get(i));
            size += unit.get(i).size();
        }
        Offer offer = admit(unit.size(), size);
        if (offer == Offer.ACCEPTED || offer == Offer.PRESSING) {
            append(unit);
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
        int packetsThen = waiting.size() + count;
        // The byte limit guards against a client that does not read; one unit larger than it may still go to one that
        // does.
        if (packetsThen > limits.outboxPackets() || (!waiting.isEmpty() && bytes + size > limits.outboxBytes())) {
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

    /**
     * Lets nothing more in, behind a last CLOSE packet; false if that was done before. That packet is taken alone: the official client
     * hears of the end of its connection before what else is in the same payload, so it would not know that it was told to leave.
     */
    synchronized boolean seal() {
        if (sealed) {
            return false;
        }
        sealed = true;
        closes = true;
        closeIfEmpty();
        return true;
    }

    private void closeIfEmpty() {
        if (closes && waiting.isEmpty()) {
            closes = false;
            add(EnginePacket.CLOSE);
        }
    }

    private void add(EnginePacket packet) {
        node.charge(packet.size());
        bytes += packet.size();
        append(packet);
    }

    private void append(EnginePacket packet) {
        if (waiting.isEmpty()) {
            waiting = List.of(packet);
        } else {
            growing().add(packet);
        }
    }

    private void append(List<EnginePacket> unit) {
        if (waiting.isEmpty()) {
            waiting = List.copyOf(unit);
            return;
        }
        List<EnginePacket> list = growing();
        for (int i = 0; i < unit.size(); i++) {
            list.add(unit.get(i));
        }
    }

    private List<EnginePacket> growing() {
        if (!(waiting instanceof ArrayList)) {
            List<EnginePacket> list = new ArrayList<>(waiting.size() + 3);
            list.addAll(waiting);
            waiting = list;
        }
        return waiting;
    }

    /** Takes the oldest packets: one at least, and more as long as they fit into the given bytes. */
    synchronized List<EnginePacket> take(int maxBytes) {
        List<EnginePacket> taken = bytes <= maxBytes ? takeAll() : takeSome(maxBytes);
        closeIfEmpty();
        return taken;
    }

    private List<EnginePacket> takeAll() {
        List<EnginePacket> all = waiting;
        waiting = List.of();
        node.release(bytes);
        bytes = 0;
        return all;
    }

    private List<EnginePacket> takeSome(int maxBytes) {
        List<EnginePacket> all = waiting;
        int count = 1;
        int size = all.get(0).size();
        while (count < all.size() && size + all.get(count).size() <= maxBytes) {
            size += all.get(count).size();
            count++;
        }
        waiting = List.copyOf(all.subList(count, all.size()));
        bytes -= size;
        node.release(size);
        return List.copyOf(all.subList(0, count));
    }

    synchronized boolean isEmpty() {
        return waiting.isEmpty();
    }

    /** Drops everything and lets nothing more in. */
    synchronized void discard() {
        sealed = true;
        closes = false;
        waiting = List.of();
        node.release(bytes);
        bytes = 0;
    }
}
