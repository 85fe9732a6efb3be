package io.tidings.cluster;

import io.tidings.cluster.ClusterBus.ReturnAddress;
import io.tidings.cluster.ClusterFaults.Kind;
import io.tidings.cluster.ClusterMessage.Answer;
import io.tidings.cluster.ClusterMessage.Ask;
import io.tidings.cluster.ClusterMessage.AskServers;
import io.tidings.cluster.ClusterMessage.Count;
import io.tidings.cluster.ClusterMessage.Disconnect;
import io.tidings.cluster.ClusterMessage.Emit;
import io.tidings.cluster.ClusterMessage.Fetch;
import io.tidings.cluster.ClusterMessage.GoodBye;
import io.tidings.cluster.ClusterMessage.Heartbeat;
import io.tidings.cluster.ClusterMessage.Hello;
import io.tidings.cluster.ClusterMessage.Join;
import io.tidings.cluster.ClusterMessage.Leave;
import io.tidings.cluster.ClusterMessage.ListRooms;
import io.tidings.cluster.ClusterMessage.Request;
import io.tidings.cluster.ClusterMessage.TellServers;
import io.tidings.cluster.Frame.RefusedFrame;
import io.tidings.protocol.Bytes;
import io.tidings.socketio.Cluster;
import io.tidings.socketio.Holder;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** What this node hears. Believes nothing and nobody, and goes on whatever it hears. */
final class Ear implements ClusterBus.Receiver {

    /** So far the clocks of nodes may differ, and so long a message may be under way, where both matter. */
    static final Duration FRESH = Duration.ofMinutes(5);

    private final Voice voice;
    private final Membership membership;
    private final Requests requests;
    private final int most;
    private final @Nullable ClusterKey key;
    private final LongSupplier wallClock;
    private final ClusterFaults faults;
    private volatile Holder here = Cluster.ALONE;

    Ear(Voice voice, Membership membership, Requests requests, ClusterSettings settings, Surroundings surroundings) {
        this.voice = voice;
        this.membership = membership;
        this.requests = requests;
        this.most = settings.maxMessage();
        this.key = settings.key();
        this.wallClock = surroundings.wallClock();
        this.faults = surroundings.faults();
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
        faults.note(Kind.NOT_SENT, messages, messages + ": " + why);
    }

    @Override
    public void received(Bytes bytes, @Nullable ReturnAddress from) {
        try {
            Frame frame = Frame.read(bytes, most, key);
            if (frame.publisher().equals(voice.id())) {
                membership.hearsItself();
            } else if (membership.admits(frame, isFresh(frame))) {
                act(frame.publisher(), frame.message(), from);
            }
        } catch (RefusedFrame refused) {
            refused(refused.refusal());
        } catch (RuntimeException | StackOverflowError failure) {
            faults.failed("a message of " + bytes.length() + " bytes", failure);
        }
    }

    @Override
    public void answered(Bytes bytes) {
        try {
            Frame frame = Frame.read(bytes, most, key);
            if (frame.message() instanceof Answer answer) {
                requests.answered(frame.publisher(), answer);
            } else {
                refused(Frame.Refusal.DAMAGED);
            }
        } catch (RefusedFrame refused) {
            refused(refused.refusal());
        } catch (RuntimeException | StackOverflowError failure) {
            faults.failed("an answer of " + bytes.length() + " bytes", failure);
        }
    }

    private void refused(Frame.Refusal refusal) {
        faults.note(Kind.valueOf(refusal.name()), "whoever sent it can reach the topic");
    }

    /** Without a key anybody can claim any time, so that it is not looked at. */
    private boolean isFresh(Frame frame) {
        return key == null || Math.abs(wallClock.getAsLong() - frame.sentAt()) <= FRESH.toMillis();
    }

    private void act(NodeId publisher, ClusterMessage message, @Nullable ReturnAddress from) {
        if (message instanceof Emit emit) {
            here.emit(emit.namespace(), emit.selection(), emit.event());
        } else if (message instanceof Request request) {
            if (from != null) {
                answer(request, from);
            }
        } else if (message instanceof Join join) {
            here.join(join.namespace(), join.selection(), join.rooms());
        } else if (message instanceof Leave leave) {
            here.leave(leave.namespace(), leave.selection(), leave.rooms());
        } else if (message instanceof Disconnect disconnect) {
            here.disconnect(disconnect.namespace(), disconnect.selection(), disconnect.close());
        } else if (message instanceof TellServers tell) {
            here.tellServers(tell.namespace(), tell.event());
        } else {
            notice(publisher, message);
        }
    }

    private void notice(NodeId publisher, ClusterMessage message) {
        if (message instanceof Hello) {
            membership.lives(publisher);
            membership.greet();
        } else if (message instanceof Heartbeat) {
            membership.lives(publisher);
        } else if (message instanceof GoodBye) {
            membership.leaves(publisher);
        } else {
            refused(Frame.Refusal.DAMAGED);
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
