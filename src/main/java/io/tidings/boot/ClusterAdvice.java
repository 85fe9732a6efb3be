package io.tidings.boot;

import io.tidings.schedule.Deadline;
import io.tidings.schedule.Deadlines;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/** What an operator should hear once about a cluster that strangers could join. */
final class ClusterAdvice {

    private static final Logger LOG = System.getLogger(ClusterAdvice.class.getName());

    /** With which brokers are delivered, or which stand in their manuals. */
    private static final Set<String> KNOWN_TO_EVERYBODY =
            Set.of("guest", "admin", "artemis", "activemq", "manager", "password", "secret", "amq", "CHANGE ME!!");

    /** WildFly shows its brokers when it has booted, and logs an error when it is asked before. */
    private static final Duration AFTER_THE_BOOT = Duration.ofMinutes(1);

    private ClusterAdvice() {}

    /** Gives it later, on a thread that may wait for the server's management. */
    static Deadline plan(ClusterSetup setup, Deadlines deadlines, Executor executor) {
        return deadlines.after(AFTER_THE_BOOT, () -> executor.execute(() -> give(setup)));
    }

    private static void give(ClusterSetup setup) {
        lines(setup, ManagementFactory.getPlatformMBeanServer()).forEach(line -> LOG.log(Level.WARNING, line));
    }

    static List<String> lines(ClusterSetup setup, MBeanServer management) {
        List<String> lines = new ArrayList<>();
        String password = setup.jms().password();
        if (password != null && (password.equals(setup.jms().user()) || KNOWN_TO_EVERYBODY.contains(password))) {
            lines.add("Cluster: everybody knows the password of tidings.cluster.password; give the broker another one");
        }
        if (setup.cluster().key() == null && hasDefaultPassword(management)) {
            lines.add("Cluster: the broker inside this server lets in every server that knows the default password; set"
                    + " -Djboss.messaging.cluster.password, and tidings.cluster.key where strangers reach the broker");
        }
        return lines;
    }

    /** Of the broker inside WildFly, which joins a cluster by it. Other servers have no such bean. */
    private static boolean hasDefaultPassword(MBeanServer management) {
        try {
            ObjectName brokers = new ObjectName("jboss.as:subsystem=messaging-activemq,server=*");
            for (ObjectName broker : management.queryNames(brokers, null)) {
                if (KNOWN_TO_EVERYBODY.contains(String.valueOf(management.getAttribute(broker, "clusterPassword")))) {
                    return true;
                }
            }
        } catch (JMException | RuntimeException notToBeSeen) {
            LOG.log(Level.DEBUG, "Cluster: the server does not show its brokers", notToBeSeen);
        }
        return false;
    }
}
