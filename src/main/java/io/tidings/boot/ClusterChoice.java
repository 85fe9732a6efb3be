package io.tidings.boot;

import io.tidings.cluster.ClusterNode;
import io.tidings.cluster.Producer;
import io.tidings.cluster.Surroundings;
import io.tidings.schedule.Deadline;
import io.tidings.schedule.Deadlines;
import io.tidings.socketio.SocketIoSettings;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadFactory;

/** Joins a cluster where the server has something to carry its messages. */
final class ClusterChoice {

    private static final Logger LOG = System.getLogger(ClusterChoice.class.getName());

    private final ClusterSetup setup;
    private final Deadlines deadlines;
    private final Optional<Broker> broker;
    private final Surroundings surroundings = Surroundings.real();

    ClusterChoice(ClusterSetup setup, Deadlines deadlines, ThreadFactory threads) {
        this.setup = setup;
        this.deadlines = deadlines;
        this.broker = Broker.find(setup, threads);
    }

    /** Empty for a node that is alone. */
    Optional<ClusterNode> node(SocketIoSettings socketIo) {
        return broker.map(found -> new ClusterNode(
                found.bus(setup.jms()), setup.cluster().with(setup.outsiders(socketIo)), deadlines, surroundings));
    }

    /** Plans what an operator should hear about the cluster; empty for a node that is alone. */
    Optional<Deadline> advice(Executor executor) {
        return broker.map(found -> ClusterAdvice.plan(setup, deadlines, executor));
    }

    /** Empty where nothing is to be forwarded, or nobody could hear it. */
    Optional<Forwarding> forwarding() {
        Map<String, Set<String>> events = setup.forwardedEvents();
        if (events.isEmpty()) {
            return Optional.empty();
        }
        if (broker.isEmpty()) {
            LOG.log(Level.WARNING, "Nothing is forwarded to other applications, as there is no cluster");
        }
        return broker.map(found -> new Forwarding(
                events,
                new Producer(
                        found.busToSpeak(setup.jms().ofEvents()),
                        setup.cluster().maxMessage(),
                        setup.cluster().key(),
                        surroundings)));
    }
}
