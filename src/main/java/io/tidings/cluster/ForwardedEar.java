package io.tidings.cluster;

import io.tidings.cluster.ClusterFaults.Kind;
import io.tidings.cluster.ClusterMessage.Forward;
import io.tidings.cluster.ClusterMessage.GoodBye;
import io.tidings.cluster.Frame.RefusedFrame;
import io.tidings.protocol.Bytes;
import io.tidings.protocol.ProtocolException;
import io.tidings.protocol.socketio.Payload;
import io.tidings.protocol.socketio.PayloadCheck;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Hears the events of clients that nodes forward, each once; believes as little as a node does. */
public final class ForwardedEar implements ClusterBus.Receiver {

    private final Producers producers;
    private final Inspection inspection;
    private final Sink sink;

    /** Where the events go; called by one thread, in order, and never blocks. */
    @FunctionalInterface
    public interface Sink {
        /** False if it is not taken, because too many wait already. */
        boolean arrived(String namespace, String socket, @Nullable String user, Payload event);
    }

    public ForwardedEar(ClusterSettings settings, Surroundings surroundings, LongSupplier nanoTime, Sink sink) {
        this.producers = new Producers(settings.outsiders().maxProducers(), nanoTime, surroundings.faults());
        this.inspection = new Inspection(settings.maxMessage(), settings.key(), surroundings);
        this.sink = sink;
    }

    @Override
    public void listening() {
        // What was forwarded before is not for those who come later.
    }

    @Override
    public void received(Bytes bytes, ClusterBus.@Nullable ReturnAddress from) {
        inspection.inspect(bytes, "an event", this::received);
    }

    private void received(Frame frame) throws RefusedFrame {
        if (frame.isOfNode()) {
            throw new RefusedFrame(Frame.Refusal.DAMAGED);
        }
        if (!producers.admits(frame, inspection.isFresh(frame))) {
            return;
        }
        ClusterMessage message = frame.message();
        if (message instanceof Forward forward) {
            arrived(forward);
        } else if (!(message instanceof GoodBye)) {
            throw new RefusedFrame(Frame.Refusal.DAMAGED);
        }
    }

    private void arrived(Forward forward) throws RefusedFrame {
        try {
            PayloadCheck.event(forward.event());
        } catch (ProtocolException noEvent) {
            throw new RefusedFrame(Frame.Refusal.DAMAGED);
        }
        if (!sink.arrived(forward.namespace(), forward.socket(), forward.user(), forward.event())) {
            inspection.faults().note(Kind.UNHEARD, forward.event().size() + " bytes");
        }
    }

    @Override
    public void told(String text) {
        inspection.faults().note(Kind.UNWANTED, text.length() + " characters, where nodes forward events");
    }

    @Override
    public void answered(Bytes frame) {
        // Nobody was asked.
    }

    @Override
    public void lost(long messages, String why) {
        // It says nothing that could get lost.
    }
}
