package io.tidings.cdi;

import io.tidings.api.Disconnection;
import io.tidings.api.ForwardedEvent;
import io.tidings.api.IncomingEvent;
import io.tidings.api.RoomEvent;
import io.tidings.api.Socket;
import io.tidings.api.event.Connected;
import io.tidings.api.event.Disconnected;
import io.tidings.api.event.RoomCreated;
import io.tidings.api.event.RoomDeleted;
import io.tidings.api.event.RoomJoined;
import io.tidings.api.event.RoomLeft;
import io.tidings.api.event.SocketEvent;
import jakarta.enterprise.inject.spi.ObserverMethod;
import java.lang.annotation.Annotation;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Which news the application observes; what nobody observes is never fired. */
final class Audience {

    private static final Map<Class<? extends Annotation>, Class<?>> NEWS = Map.of(
            Connected.class, Socket.class,
            Disconnected.class, Disconnection.class,
            SocketEvent.class, IncomingEvent.class,
            RoomCreated.class, RoomEvent.class,
            RoomDeleted.class, RoomEvent.class,
            RoomJoined.class, RoomEvent.class,
            RoomLeft.class, RoomEvent.class);

    private static final Map<Class<? extends Annotation>, Class<?>> NEWS_FROM_OTHERS =
            Map.of(SocketEvent.class, ForwardedEvent.class);

    private final Map<Class<? extends Annotation>, Class<?>> news;
    private final Map<Class<? extends Annotation>, Annotation> qualifiers = new HashMap<>();
    private final Map<String, SocketEvent> events = new LinkedHashMap<>();

    private Audience(Map<Class<? extends Annotation>, Class<?>> news) {
        this.news = news;
    }

    /** That of an application with sockets of its own. */
    static Audience ofServer() {
        return new Audience(NEWS);
    }

    /** That of an application without: it hears of nothing but what another one forwards. */
    static Audience ofOutsider() {
        return new Audience(NEWS_FROM_OTHERS);
    }

    /** Counts the observer in; throws a {@link WrongBean} when it waits for something that is never fired. */
    void add(ObserverMethod<?> observer) {
        for (Annotation qualifier : observer.getObservedQualifiers()) {
            if (NEWS.containsKey(qualifier.annotationType())) {
                check(observer, qualifier);
                qualifiers.put(qualifier.annotationType(), qualifier);
                if (qualifier instanceof SocketEvent event) {
                    events.put(event.value(), event);
                }
            }
        }
    }

    private void check(ObserverMethod<?> observer, Annotation qualifier) {
        Class<?> fired = news.get(qualifier.annotationType());
        String what = "@" + qualifier.annotationType().getSimpleName() + " ";
        if (observer.isAsync()) {
            throw new WrongBean(nameOf(observer) + ": observes " + what
                    + "asynchronously, but observers are called in the order of a socket's events; declare @Observes");
        }
        if (fired == null) {
            throw new WrongBean(nameOf(observer) + ": observes " + what
                    + "in an application without sockets, where it never happens; declare @SocketEvent ForwardedEvent");
        }
        if (!rawType(observer.getObservedType()).isAssignableFrom(fired)) {
            throw new WrongBean(nameOf(observer) + ": observes " + what
                    + observer.getObservedType().getTypeName() + ", which is never fired; declare " + what
                    + fired.getSimpleName());
        }
    }

    private static Class<?> rawType(Type type) {
        if (type instanceof Class<?> named) {
            return named;
        }
        // Of the news only a type variable would do, and then everything would.
        return type instanceof ParameterizedType parameterized ? rawType(parameterized.getRawType()) : Object.class;
    }

    private static String nameOf(ObserverMethod<?> observer) {
        return observer.getBeanClass().getName();
    }

    boolean isEmpty() {
        return qualifiers.isEmpty();
    }

    /** The qualifier as an observer has it; empty if none does. */
    Optional<Annotation> of(Class<? extends Annotation> qualifier) {
        return Optional.ofNullable(qualifiers.get(qualifier));
    }

    /** The qualifiers of the events that are observed, by name. */
    Map<String, SocketEvent> events() {
        return Map.copyOf(events);
    }
}
