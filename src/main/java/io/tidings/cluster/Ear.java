package io.tidings.cluster;

import io.tidings.cluster.ClusterBus.ReturnAddress;
import io.tidings.cluster.ClusterFaults.Kind;
import io.tidings.cluster.ClusterMessage.Answer;
import io.tidings.cluster.ClusterMessage.Ask;
import io.tidings.cluster.ClusterMessage.AskServers;
import io.tidings.cluster.ClusterMessage.Count;
import io.tidings.cluster.ClusterMessage.Fetch;
import io.tidings.cluster.ClusterMessage.GoodBye;
import io.tidings.cluster.ClusterMessage.Heartbeat;
import io.tidings.cluster.ClusterMessage.Hello;
import io.tidings.cluster.ClusterMessage.ListRooms;
import io.tidings.cluster.ClusterMessage.Request;
import io.tidings.cluster.Frame.RefusedFrame;
import io.tidings.protocol.Bytes;
import io.tidings.socketio.Cluster;
import io.tidings.socketio.Holder;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What this node hears. Believes nothing and nobody, and goes on whatever it hears. */
final class Ear implements ClusterBus.Receiver {

    private final Voice voice;
    private final Membership membership;
    private final Requests requests;
    private final Outsiders outsiders;
    private final Inspection inspection;
    private volatile Holder here = Cluster.ALONE;

    Ear(Voice voice, Membership membership, Requests requests, Outsiders outsiders, Inspection inspection) {
        this.voice = voice;
        this.membership = membership;
        this.requests = requests;
        this.outsiders = outsiders;
        this.inspection = inspection;
    }

    void serve(Holder holder) {
        here = holder;
    }

    @Override
    public void listening() {
        membership.listening();
    }

    @Override
    public void lost(long messages, String why) {
        inspection.faults().note(Kind.NOT_SENT, messages, messages + ": " + why);
    }

    @Override
    public void together(Runnable messages) {
        here.together(messages);
    }

    @Override
    public void received(Bytes bytes, @Nullable ReturnAddress from) {
        inspection.inspect(bytes, "a message", frame -> received(frame, from));
    }

    private void received(Frame frame, @Nullable ReturnAddress from) throws RefusedFrame {
        boolean isFresh = inspection.isFresh(frame);
        if (!frame.isOfNode()) {
            outsiders.heard(frame, isFresh, here);
        } else if (frame.publisher().equals(voice.id())) {
            membership.hearsItself();
        } else if (membership.admits(frame, isFresh)) {
            act(frame.publisher(), frame.message(), from);
        }
    }

    @Override
    public void told(String text) {
        outsiders.told(text, here);
    }

    @Override
    public void answered(Bytes bytes) {
        inspection.inspect(bytes, "an answer", frame -> {
            if (!frame.isOfNode() || !(frame.message() instanceof Answer answer)) {
                throw new RefusedFrame(Frame.Refusal.DAMAGED);
            }
            requests.answered(frame.publisher(), answer);
        });
    }

    private void act(NodeId publisher, ClusterMessage message, @Nullable ReturnAddress from) throws RefusedFrame {
        if (message instanceof Request request) {
            if (from != null) {
                answer(request, from);
            }
        } else if (!Orders.carryOut(message, here)) {
            notice(publisher, message);
        }
    }

    private void notice(NodeId publisher, ClusterMessage message) throws RefusedFrame {
        if (message instanceof Hello) {
            membership.lives(publisher);
            membership.greet();
        } else if (message instanceof Heartbeat) {
            membership.lives(publisher);
        } else if (message instanceof GoodBye) {
            membership.leaves(publisher);
        } else {
            throw new RefusedFrame(Frame.Refusal.DAMAGED);
        }
    }

    private void answer(Request request, ReturnAddress from) {
        if (request instanceof Ask ask) {
            here.ask(
                    ask.namespace(),
                    ask.selection(),
                    ask.event(),
                    ask.patience(),
                    voice.answerTo(ask.number(), from, PartCodec.SAID));
        } else if (request instanceof Fetch fetch) {
            here.fetch(
                    fetch.namespace(),
                    fetch.selection(),
                    Duration.ZERO,
                    voice.answerTo(fetch.number(), from, SocketCodec.SOCKET));
        } else if (request instanceof Count count) {
            here.count(
                    count.namespace(),
                    count.selection(),
                    Duration.ZERO,
                    voice.answerTo(count.number(), from, PartCodec.COUNT));
        } else if (request instanceof ListRooms rooms) {
            here.rooms(rooms.namespace(), Duration.ZERO, voice.answerTo(rooms.number(), from, PartCodec.ROOMS));
        } else if (request instanceof AskServers ask) {
            here.askServers(
                    ask.namespace(), ask.event(), ask.patience(), voice.answerTo(ask.number(), from, PartCodec.SAID));
        }
    }
}
