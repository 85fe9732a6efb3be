package io.tidings.cdi;

import io.tidings.socketio.Contributions;
import io.tidings.socketio.Handler;
import io.tidings.socketio.Handlers;
import io.tidings.socketio.Occurrence;
import java.util.Collection;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.jboss.weld.bootstrap.spi.BeanDiscoveryMode;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;
import org.jspecify.annotations.Nullable;

/** An application in Weld SE, in which classes are beans by their annotations alone, as they are in both servers. */
final class Application implements AutoCloseable {

    private static final Logger QUIET = Logger.getLogger("org.jboss.weld");

    static {
        QUIET.setLevel(Level.WARNING);
    }

    private final WeldContainer container;

    private Application(WeldContainer container) {
        this.container = container;
    }

    static Application of(Class<?>... classes) {
        return of(weld(classes));
    }

    static Application of(Weld weld) {
        return new Application(weld.initialize());
    }

    static Weld weld(Class<?>... classes) {
        return new Weld()
                .disableDiscovery()
                .setBeanDiscoveryMode(BeanDiscoveryMode.ANNOTATED)
                .extensions(new HandlerExtension())
                .beanClasses(classes)
                .addBeanClasses(ApplicationBeans.class, Pushes.class);
    }

    <T> T get(Class<T> type) {
        return container.select(type).get();
    }

    Contributions contributions() {
        return get(ApplicationBeans.class).contributions(Visitor.CODEC);
    }

    @Override
    public void close() {
        container.close();
    }

    /** Calls the one handler whose method has that name. */
    static @Nullable Object call(Contributions contributions, String method, Occurrence occurrence) throws Throwable {
        return handlers(contributions)
                .filter(handler -> handler.toString().endsWith("." + method))
                .findFirst()
                .orElseThrow()
                .call(occurrence);
    }

    static Stream<Handler> handlers(Contributions contributions) {
        return contributions.handlers().stream().map(Contributions.Scoped::what).flatMap(Application::handlers);
    }

    private static Stream<Handler> handlers(Handlers of) {
        return Stream.of(
                        List.of(of.onConnect(), of.onAny(), of.onDisconnecting(), of.onDisconnect()),
                        of.onEvent().values())
                .flatMap(Collection::stream)
                .flatMap(Collection::stream);
    }
}
