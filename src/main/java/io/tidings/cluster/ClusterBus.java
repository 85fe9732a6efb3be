package io.tidings.cluster;

import io.tidings.protocol.Bytes;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The port to what carries messages between nodes. Never blocks its callers. */
public interface ClusterBus {

    /** Where a node wants answers; whatever the bus understands. */
    interface ReturnAddress {}

    /** Something to send. Encoded by the thread that sends it, so that what waits is small and says what is true when it leaves. */
    interface Outgoing {

        /** About how many bytes it holds while it waits. */
        int size();

        /** Empty where there is nothing to say any more. */
        Optional<Bytes> encode();
    }

    /** Who gets what others send. Called by one thread at a time; nothing that it throws may end the receiving. */
    interface Receiver {

        /** From now on everything that is published arrives. */
        void listening();

        /** Runs what hands over messages that have come together, so that they may be carried out together. */
        default void together(Runnable messages) {
            messages.run();
        }

        /** Somebody has published this; the node's own messages come back, too. */
        void received(Bytes frame, @Nullable ReturnAddress from);

        /** Somebody who knows nothing of frames has published this. */
        void told(String text);

        /** Somebody answers this node. */
        void answered(Bytes frame);

        /** So many messages that were to be sent are lost. */
        void lost(long messages, String why);
    }

    /** Begins to carry. */
    void start(Receiver receiver);

    /** Sends to all who listen. */
    void publish(Outgoing message);

    /** Sends to the one who has asked. */
    void answer(ReturnAddress to, Outgoing message);

    /** Sends what waits, for a moment at most, and ends. */
    void stop();
}
