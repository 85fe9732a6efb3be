package io.tidings.cdi;

import io.tidings.api.ForwardedEvent;
import io.tidings.api.event.SocketEvent;
import io.tidings.protocol.socketio.Payload;
import io.tidings.socketio.ArgumentCodec;
import io.tidings.socketio.PacketArguments;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.control.RequestContextController;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/** Fires as CDI events what another application forwards and somebody observes. In one with sockets, META-INF/beans.xml leaves it out. */
@Dependent
public class ForwardedEvents {

    /** So much waits for observers; what is beyond that is not taken. */
    static final int MOST_WAITING = 10_000;

    static final int MOST_WAITING_BYTES = 32 << 20;

    private static final Logger LOG = System.getLogger(ForwardedEvents.class.getName());

    private final Audience audience;
    private final Event<Object> events;
    private final RequestContexts contexts;
    private final Semaphore room = new Semaphore(MOST_WAITING);
    private final Semaphore roomForBytes = new Semaphore(MOST_WAITING_BYTES);

    @Inject
    public ForwardedEvents(OutsiderExtension found, @Any Event<Object> events, @Any Instance<Object> beans) {
        this.audience = found.audience();
        this.events = events;
        this.contexts = new RequestContexts(beans.select(RequestContextController.class)::get);
    }

    /** Whether there is anybody to hear. */
    public boolean isObserved() {
        return !audience.isEmpty();
    }

    /** Has the event fired on the executor, which keeps the order; false where too many wait already. */
    public boolean arrived(String namespace, String socket, @Nullable String user, Payload event, Hearing hearing) {
        SocketEvent qualifier = audience.events().get(event.eventName());
        if (qualifier == null) {
            return true;
        }
        int bytes = (int) Math.min(event.size(), MOST_WAITING_BYTES);
        if (!room.tryAcquire()) {
            return false;
        }
        if (!roomForBytes.tryAcquire(bytes)) {
            room.release();
            return false;
        }
        ForwardedEvent news = new ForwardedEvent(
                namespace, socket, user, event.eventName(), PacketArguments.ofEvent(event, hearing.codec()));
        hearing.executor().execute(() -> {
            room.release();
            roomForBytes.release(bytes);
            fire(news, qualifier);
        });
        return true;
    }

    /**
     * What it takes to hear.
     *
     * @param executor runs one thing after the other
     */
    public record Hearing(ArgumentCodec codec, Executor executor) {}

    /** Observers hear, they do not decide: their failure is nobody else's. */
    private void fire(ForwardedEvent news, SocketEvent qualifier) {
        try {
            contexts.around(() -> {
                events.select(ForwardedEvent.class, qualifier).fire(news);
                return null;
            });
        } catch (Throwable failure) {
            LOG.log(Level.WARNING, "An observer of " + qualifier + " has failed.", failure);
        }
    }
}
