package io.tidings.cluster;

import io.tidings.cluster.ClusterFaults.Kind;
import io.tidings.cluster.ClusterMessage.GoodBye;
import io.tidings.cluster.Frame.RefusedFrame;
import io.tidings.cluster.TextReader.UnreadableText;
import io.tidings.socketio.Holder;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** What a node takes of those who are no nodes: producers, and whoever writes text. */
final class Outsiders {

    private final Producers producers;
    private final @Nullable TextReader texts;
    private final ClusterFaults faults;

    Outsiders(OutsiderSettings settings, LongSupplier nanoTime, ClusterFaults faults) {
        this.producers = new Producers(settings.maxProducers(), nanoTime, faults);
        this.texts = settings.texts() == null ? null : new TextReader(settings.texts());
        this.faults = faults;
    }

    void heard(Frame frame, boolean isFresh, Holder here) throws RefusedFrame {
        if (!producers.admits(frame, isFresh)) {
            return;
        }
        ClusterMessage message = frame.message();
        // A good-bye has done all that it is for: it had a number.
        if (!(message instanceof GoodBye) && !Orders.carryOut(message, here)) {
            throw new RefusedFrame(Frame.Refusal.DAMAGED);
        }
    }

    void told(String text, Holder here) {
        TextReader reader = texts;
        if (reader == null) {
            faults.note(Kind.UNWANTED, text.length() + " characters");
            return;
        }
        try {
            Orders.carryOut(reader.read(text), here);
        } catch (UnreadableText unreadable) {
            faults.note(Kind.UNREADABLE, unreadable.reason());
        } catch (RuntimeException | StackOverflowError failure) {
            faults.failed("a text message of " + text.length() + " characters", failure);
        }
    }
}
