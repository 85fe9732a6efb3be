package io.tidings.boot;

import io.tidings.cluster.ClusterBus;
import io.tidings.cluster.ClusterFaults;
import io.tidings.cluster.ClusterNode;
import io.tidings.cluster.Surroundings;
import io.tidings.cluster.jms.JmsBus;
import io.tidings.schedule.Deadlines;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.jspecify.annotations.Nullable;

/** Joins a cluster where the server has something to carry its messages. */
final class ClusterChoice {

    private static final Logger LOG = System.getLogger(ClusterChoice.class.getName());

    private final ClusterSetup setup;
    private final Deadlines deadlines;
    private final ThreadFactory threads;

    ClusterChoice(ClusterSetup setup, Deadlines deadlines, ThreadFactory threads) {
        this.setup = setup;
        this.deadlines = deadlines;
        this.threads = threads;
    }

    /** Empty for a node that is alone. */
    Optional<ClusterNode> node() {
        if (setup.names().isEmpty()) {
            return Optional.empty();
        }
        for (String name : setup.names()) {
            ClusterBus bus = busAt(name);
            if (bus != null) {
                LOG.log(Level.INFO, "Cluster: messages travel over {0} of {1}", setup.jms(), name);
                ClusterAdvice.give(setup);
                return Optional.of(new ClusterNode(
                        bus,
                        setup.cluster(),
                        deadlines,
                        new Surroundings(
                                System::currentTimeMillis, new SecureRandom(), new ClusterFaults(System::nanoTime))));
            }
        }
        if (setup.isNamed()) {
            throw setup.missing();
        }
        LOG.log(Level.INFO, "No cluster: the server has no JMS connection factory at {0}", setup.names());
        return Optional.empty();
    }

    @SuppressWarnings("BanJNDI") // the names are ours or the operator's, and the container answers
    private @Nullable ClusterBus busAt(String name) {
        try {
            return JmsBus.over(InitialContext.doLookup(name), setup.jms(), threads);
        } catch (NamingException | NoClassDefFoundError absent) {
            LOG.log(Level.DEBUG, "Nothing at {0}: {1}", name, absent);
            return null;
        }
    }
}
