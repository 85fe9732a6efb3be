package io.tidings.cluster;

import io.tidings.cluster.ClusterFaults.Kind;
import io.tidings.cluster.ClusterMessage.Answer;
import io.tidings.protocol.Bytes;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** What this node says, or somebody who only publishes. All that is said to all is numbered in the order in which it is put into the queue to the bus. */
final class Voice {

    /** For what a message has besides the event that it carries. */
    private static final int ENVELOPE = 64 << 10;

    private final ClusterBus bus;
    private final NodeId id;
    private final boolean isOfNode;
    private final LongSupplier wallClock;
    private final int most;
    private final @Nullable ClusterKey key;
    private final ClusterFaults faults;

    // Guarded by this.
    private long said;

    private Voice(ClusterBus bus, boolean isOfNode, int most, @Nullable ClusterKey key, Surroundings surroundings) {
        this.bus = bus;
        this.id = NodeId.random(surroundings.random());
        this.isOfNode = isOfNode;
        this.wallClock = surroundings.wallClock();
        this.most = most;
        this.key = key;
        this.faults = surroundings.faults();
    }

    static Voice ofNode(ClusterBus bus, ClusterSettings settings, Surroundings surroundings) {
        return new Voice(bus, true, settings.maxMessage(), settings.key(), surroundings);
    }

    static Voice ofProducer(ClusterBus bus, int maxMessage, @Nullable ClusterKey key, Surroundings surroundings) {
        return new Voice(bus, false, maxMessage, key, surroundings);
    }

    NodeId id() {
        return id;
    }

    void start(ClusterBus.Receiver receiver) {
        bus.start(receiver);
    }

    void stop() {
        bus.stop();
    }

    /** Says something to all others; false for what none of them would take. */
    boolean publish(ClusterMessage message) {
        long size = size(message);
        if (size > most - ENVELOPE) {
            faults.note(Kind.NOT_SENT, "an event of " + size + " bytes, where tidings.cluster.max-message is " + most);
            return false;
        }
        synchronized (this) {
            said++;
            long number = said;
            bus.publish(new Said((int) size, number, message));
        }
        return true;
    }

    /** Whether it has said anything to all. */
    synchronized boolean hasSpoken() {
        return said > 0;
    }

    /** Something that is said to all. */
    private final class Said implements ClusterBus.Outgoing {

        private final int size;
        private final long number;
        private final ClusterMessage message;

        Said(int size, long number, ClusterMessage message) {
            this.size = size;
            this.number = number;
            this.message = message;
        }

        @Override
        public int size() {
            return size;
        }

        @Override
        public Optional<Bytes> encode() {
            long now = wallClock.getAsLong();
            return Optional.of(
                    isOfNode
                            ? Frame.write(id, number, now, message, key)
                            : Frame.writeAsProducer(id, number, now, message, key));
        }
    }

    private static long size(ClusterMessage message) {
        if (message instanceof ClusterMessage.Emit emit) {
            return emit.event().size();
        }
        if (message instanceof ClusterMessage.Ask ask) {
            return ask.event().size();
        }
        if (message instanceof ClusterMessage.TellServers tell) {
            return tell.event().size();
        }
        if (message instanceof ClusterMessage.Forward forward) {
            return forward.event().size();
        }
        return message instanceof ClusterMessage.AskServers ask ? ask.event().size() : 0;
    }

    /** Somewhere to put what is said to the one who has asked under that number. */
    <T> AnswerStream<T> answerTo(long request, ClusterBus.ReturnAddress address, PartCodec<T> codec) {
        return new AnswerStream<>(id.toString(), request, codec, stream -> bus.answer(address, stream), this::frame);
    }

    private Bytes frame(Answer piece) {
        return Frame.write(id, Frame.UNNUMBERED, wallClock.getAsLong(), piece, key);
    }
}
