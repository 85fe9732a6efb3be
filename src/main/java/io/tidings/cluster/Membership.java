package io.tidings.cluster;

import io.tidings.cluster.ClusterFaults.Kind;
import io.tidings.cluster.ClusterMessage.Heartbeat;
import io.tidings.cluster.ClusterMessage.Hello;
import io.tidings.schedule.Deadline;
import io.tidings.schedule.Deadlines;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who belongs to the cluster: says that this node does, and notices who comes, goes and dies. */
final class Membership {

    private static final Logger LOG = System.getLogger(Membership.class.getName());

    /** Who was silent for so long hardly comes back. */
    static final Duration HOPE = Duration.ofMinutes(5);
    /** Others answer a greeting much faster than that, if they hear it. */
    static final Duration FIRST_LOOK = Duration.ofSeconds(3);

    private final ClusterSettings settings;
    private final Deadlines deadlines;
    private final Voice voice;
    private final Requests requests;
    private final ClusterFaults faults;
    private final Publishers publishers;

    // Guarded by this.
    private @Nullable Deadline beat;
    private @Nullable Deadline look;
    private boolean hasStopped;
    private boolean hearsItself;
    private boolean hasLooked;

    Membership(ClusterSettings settings, Deadlines deadlines, Voice voice, Requests requests, ClusterFaults faults) {
        this.settings = settings;
        this.deadlines = deadlines;
        this.voice = voice;
        this.requests = requests;
        this.faults = faults;
        this.publishers = new Publishers(settings.maxNodes());
    }

    void start() {
        beatLater();
    }

    synchronized void stop() {
        hasStopped = true;
        cancel(beat);
        cancel(look);
    }

    private static void cancel(@Nullable Deadline deadline) {
        if (deadline != null) {
            deadline.cancel();
        }
    }

    private synchronized void beatLater() {
        if (!hasStopped) {
            beat = deadlines.after(settings.heartbeat(), this::beat);
        }
    }

    private void beat() {
        voice.publish(new Heartbeat());
        bury();
        beatLater();
    }

    private void bury() {
        long now = deadlines.now();
        for (NodeId dead : publishers.silentSince(now - settings.timeout().toNanos())) {
            LOG.log(Level.WARNING, "Cluster: node {0} was silent for {1}, taken for dead", dead, settings.timeout());
            requests.gone(dead);
        }
        publishers.giveUpSince(now - HOPE.toNanos());
    }

    /** This node hears what is published, so that others can know it. */
    void listening() {
        voice.publish(new Hello());
        synchronized (this) {
            if (!hasLooked && !hasStopped) {
                hasLooked = true;
                look = deadlines.after(FIRST_LOOK, this::look);
            }
        }
    }

    /** What it has said has come back. */
    synchronized void hearsItself() {
        hearsItself = true;
    }

    private synchronized void look() {
        Set<NodeId> others = publishers.nodes();
        if (!others.isEmpty()) {
            LOG.log(Level.INFO, "Cluster: this is node {0}, others are {1}", voice.id(), others);
        } else if (hearsItself) {
            LOG.log(
                    Level.INFO,
                    "Cluster: this is node {0}, and no other one answers. If others run, the topic is local to this server:"
                            + " its broker is not connected to theirs.",
                    voice.id());
        } else {
            LOG.log(
                    Level.WARNING,
                    "Cluster: node {0} does not hear what it says itself: the topic does not carry messages.",
                    voice.id());
        }
    }

    // ---- what is heard of others

    /** Whether a message is to be taken; counts what is missing before it. */
    boolean admits(Frame frame, boolean isFresh) {
        Publishers.Admission admission =
                publishers.admit(frame.publisher(), frame.sequence(), deadlines.now(), isFresh);
        if (admission.missing() > 0) {
            faults.note(Kind.MISSING, admission.missing(), admission.missing() + " of node " + frame.publisher());
        }
        switch (admission.verdict()) {
            case TAKEN -> {}
            case LATE -> faults.note(Kind.LATE, "of node " + frame.publisher());
            case STALE -> faults.note(Kind.STALE, "of node " + frame.publisher());
            case TOO_MANY -> faults.note(Kind.TOO_MANY, "of node " + frame.publisher());
        }
        return admission.verdict() == Publishers.Verdict.TAKEN;
    }

    void lives(NodeId node) {
        if (publishers.becomesNode(node)) {
            LOG.log(Level.INFO, "Cluster: node {0} is there", node);
        }
    }

    void leaves(NodeId node) {
        if (publishers.leaves(node)) {
            LOG.log(Level.INFO, "Cluster: node {0} has left", node);
            requests.gone(node);
        }
    }

    /** Answers a greeting, so that the new node need not wait for the next heartbeat. */
    void greet() {
        voice.publish(new Heartbeat());
    }

    Set<NodeId> nodes() {
        return publishers.nodes();
    }

    boolean hasOthers() {
        return publishers.hasOthers();
    }

    int remembered() {
        return publishers.count();
    }
}
