package io.tidings.boot;

import io.tidings.cdi.ForwardedEvents;
import io.tidings.cluster.ClusterBus;
import io.tidings.cluster.ClusterSettings;
import io.tidings.cluster.ForwardedEar;
import io.tidings.cluster.OutsiderSettings;
import io.tidings.cluster.Producer;
import io.tidings.cluster.Surroundings;
import io.tidings.emitter.TopicEmitter;
import io.tidings.json.JsonArguments;
import io.tidings.schedule.Lane;
import io.tidings.socketio.ArgumentCodec;
import jakarta.enterprise.inject.Instance;
import jakarta.json.bind.Jsonb;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadFactory;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.jspecify.annotations.Nullable;

/** The two ways between an application without sockets and the cluster of another one. */
final class Outsider {

    private static final Logger LOG = System.getLogger(Outsider.class.getName());
    private static final String THREADS = "java:comp/DefaultManagedThreadFactory";

    private final TopicEmitter emitter;
    private final @Nullable ClusterBus listening;

    private Outsider(TopicEmitter emitter, @Nullable ClusterBus listening) {
        this.emitter = emitter;
        this.listening = listening;
    }

    static Outsider start(SettingReader reader, ForwardedEvents events, Instance<Jsonb> jsonb) {
        ClusterSetup setup = ClusterSetup.ofAnother(reader);
        ClusterSettings settings = setup.cluster().with(new OutsiderSettings(setup.maxProducers(), null));
        ArgumentCodec codec = jsonb.isUnsatisfied() ? new JsonArguments() : new JsonArguments(jsonb.get());
        Surroundings surroundings = Surroundings.real();
        Optional<Broker> broker = Broker.find(setup, found(THREADS, ThreadFactory.class));
        if (broker.isEmpty()) {
            LOG.log(Level.WARNING, "What this application emits reaches nobody, as there is no cluster");
        }
        ClusterBus bus = broker.map(found -> found.busToSpeak(setup.jms())).orElseGet(Nowhere::new);
        TopicEmitter emitter =
                TopicEmitter.over(new Producer(bus, settings.maxMessage(), settings.key(), surroundings), codec);
        ClusterBus listening = null;
        if (broker.isPresent() && events.isObserved()) {
            listening = broker.get().busToListen(setup.jms().ofEvents());
            listening.start(ear(settings, surroundings, events, hearing(codec, reader)));
        }
        return new Outsider(emitter, listening);
    }

    private static ForwardedEar ear(
            ClusterSettings settings,
            Surroundings surroundings,
            ForwardedEvents events,
            ForwardedEvents.Hearing hearing) {
        return new ForwardedEar(
                settings,
                surroundings,
                System::nanoTime,
                (namespace, socket, user, event) -> events.arrived(namespace, socket, user, event, hearing));
    }

    private static ForwardedEvents.Hearing hearing(ArgumentCodec codec, SettingReader reader) {
        String name = reader.text("tidings.executor", "java:comp/DefaultManagedExecutorService");
        return new ForwardedEvents.Hearing(codec, Lane.pooled(found(name, Executor.class))::executeOrRun);
    }

    @SuppressWarnings("BanJNDI") // the name is ours or the operator's, and the container answers
    private static <T> T found(String name, Class<T> type) {
        try {
            return type.cast(InitialContext.doLookup(name));
        } catch (NamingException | ClassCastException absent) {
            throw new IllegalStateException("The container has no " + type.getSimpleName() + " at " + name, absent);
        }
    }

    TopicEmitter emitter() {
        return emitter;
    }

    void stop() {
        if (listening != null) {
            listening.stop();
        }
        emitter.close();
    }
}
