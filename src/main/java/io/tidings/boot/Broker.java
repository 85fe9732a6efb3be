package io.tidings.boot;

import io.tidings.cluster.ClusterBus;
import io.tidings.cluster.jms.JmsBus;
import io.tidings.cluster.jms.JmsSettings;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.jspecify.annotations.Nullable;

/** The way to a broker: a JMS connection factory that the server has. Does not know its type, which the server may not have. */
final class Broker {

    private static final Logger LOG = System.getLogger(Broker.class.getName());

    private final Object factory;
    private final ThreadFactory threads;

    private Broker(Object factory, ThreadFactory threads) {
        this.factory = factory;
        this.threads = threads;
    }

    /** What is found under the first of the names that leads to something; empty where an operator wants no cluster or none does. */
    static Optional<Broker> find(ClusterSetup setup, ThreadFactory threads) {
        if (setup.names().isEmpty()) {
            return Optional.empty();
        }
        for (String name : setup.names()) {
            Object found = factoryAt(name, setup, threads);
            if (found != null) {
                LOG.log(Level.INFO, "Cluster: messages travel over {0} of {1}", setup.jms(), name);
                return Optional.of(new Broker(found, threads));
            }
        }
        if (setup.isNamed()) {
            throw setup.missing();
        }
        LOG.log(Level.INFO, "No cluster: the server has no JMS connection factory at {0}", setup.names());
        return Optional.empty();
    }

    @SuppressWarnings("BanJNDI") // the names are ours or the operator's, and the container answers
    private static @Nullable Object factoryAt(String name, ClusterSetup setup, ThreadFactory threads) {
        try {
            Object found = InitialContext.doLookup(name);
            return JmsBus.over(found, setup.jms(), threads) == null ? null : found;
        } catch (NamingException | NoClassDefFoundError absent) {
            LOG.log(Level.DEBUG, "Nothing at {0}: {1}", name, absent);
            return null;
        }
    }

    ClusterBus bus(JmsSettings settings) {
        return there(JmsBus.over(factory, settings, threads));
    }

    ClusterBus busToSpeak(JmsSettings settings) {
        return there(JmsBus.toSpeak(factory, settings, threads));
    }

    ClusterBus busToListen(JmsSettings settings) {
        return there(JmsBus.toListen(factory, settings, threads));
    }

    private static ClusterBus there(@Nullable ClusterBus bus) {
        if (bus == null) {
            throw new IllegalStateException("It was a connection factory a moment ago.");
        }
        return bus;
    }
}
