package io.tidings.boot;

import io.tidings.cluster.ClusterBus;
import org.jspecify.annotations.Nullable;

/** Stands for a bus where there is none: tells that everything is lost. */
final class Nowhere implements ClusterBus {

    private volatile @Nullable Receiver receiver;

    @Override
    public void start(Receiver given) {
        receiver = given;
    }

    @Override
    public void publish(Outgoing message) {
        Receiver told = receiver;
        if (told != null) {
            told.lost(1, "the server has no JMS connection factory");
        }
    }

    @Override
    public void answer(ReturnAddress to, Outgoing message) {
        publish(message);
    }

    @Override
    public void stop() {
        receiver = null;
    }
}
