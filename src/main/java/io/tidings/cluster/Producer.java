package io.tidings.cluster;

import io.tidings.cluster.ClusterFaults.Kind;
import io.tidings.cluster.ClusterMessage.Disconnect;
import io.tidings.cluster.ClusterMessage.Emit;
import io.tidings.cluster.ClusterMessage.Forward;
import io.tidings.cluster.ClusterMessage.GoodBye;
import io.tidings.cluster.ClusterMessage.Join;
import io.tidings.cluster.ClusterMessage.Leave;
import io.tidings.cluster.ClusterMessage.TellServers;
import io.tidings.protocol.Bytes;
import io.tidings.protocol.socketio.Payload;
import io.tidings.socketio.Selection;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who publishes and is no node: tells nodes what to do with their sockets, or others what clients have sent. Numbers what it says as
 * a node does, so that loss and repetition show; is not asked, not counted and sends no heartbeat. Never blocks.
 */
public final class Producer {

    private final Voice voice;
    private final ClusterFaults faults;

    /** @param key proves what it says; null where whoever reaches the bus is trusted */
    public Producer(ClusterBus bus, int maxMessage, @Nullable ClusterKey key, Surroundings surroundings) {
        this.voice = Voice.ofProducer(bus, maxMessage, key, surroundings);
        this.faults = surroundings.faults();
    }

    public void start() {
        voice.start(new Deaf(faults));
    }

    /** Says good-bye, by the number of which those who listen see whether anything of it is missing. */
    public void stop() {
        if (voice.hasSpoken()) {
            voice.publish(new GoodBye());
        }
        voice.stop();
    }

    /** How many of its messages have been lost on this side of the bus. */
    public long lost() {
        return faults.count(Kind.NOT_SENT);
    }

    public void emit(String namespace, Selection selection, Payload event) {
        voice.publish(new Emit(namespace, selection, event));
    }

    public void join(String namespace, Selection selection, Set<String> rooms) {
        voice.publish(new Join(namespace, selection, rooms));
    }

    public void leave(String namespace, Selection selection, Set<String> rooms) {
        voice.publish(new Leave(namespace, selection, rooms));
    }

    public void disconnect(String namespace, Selection selection, boolean close) {
        voice.publish(new Disconnect(namespace, selection, close));
    }

    public void tellServers(String namespace, Payload event) {
        voice.publish(new TellServers(namespace, event));
    }

    /** An event of a client, for other applications. */
    public void forward(String namespace, String socket, @Nullable String user, Payload event) {
        voice.publish(new Forward(namespace, socket, user, event));
    }

    /** Hears only what has become of what was said. */
    private record Deaf(ClusterFaults faults) implements ClusterBus.Receiver {

        @Override
        public void listening() {
            // Nobody waits for it.
        }

        @Override
        public void received(Bytes frame, ClusterBus.@Nullable ReturnAddress from) {
            // What others say is for nodes.
        }

        @Override
        public void told(String text) {
            // What others say is for nodes.
        }

        @Override
        public void answered(Bytes frame) {
            // Nobody was asked.
        }

        @Override
        public void lost(long messages, String why) {
            faults.note(Kind.NOT_SENT, messages, messages + ": " + why);
        }
    }
}
