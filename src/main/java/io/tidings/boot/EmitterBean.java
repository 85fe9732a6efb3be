package io.tidings.boot;

import io.tidings.api.Emitter;
import io.tidings.api.spi.ForArguments;
import io.tidings.cdi.ForwardedEvents;
import io.tidings.cdi.Pushes;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import jakarta.json.bind.Jsonb;
import jakarta.servlet.ServletContext;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an application has that has no sockets. In one that has some, META-INF/beans.xml leaves it out. */
@ApplicationScoped
public class EmitterBean {

    @Inject
    private Pushes pushes;

    @Inject
    private ForwardedEvents events;

    @Inject
    @ForArguments
    private Instance<Jsonb> jsonb;

    private @Nullable Outsider outsider;

    /** Before the application's own observers, which may want to emit. */
    void start(
            @Observes @Initialized(ApplicationScoped.class) @Priority(Interceptor.Priority.LIBRARY_BEFORE)
                    Object context) {
        started(context instanceof ServletContext servlets ? servlets : null);
    }

    @Produces
    @Dependent
    Emitter emitter() {
        return started(null).emitter();
    }

    private synchronized Outsider started(@Nullable ServletContext context) {
        Outsider known = outsider;
        if (known == null) {
            SettingSource source = new SettingSource(
                    name -> context == null ? Optional.empty() : Optional.ofNullable(context.getInitParameter(name)));
            known = Outsider.start(new SettingReader(source), events, jsonb);
            pushes.connect(known.emitter()::push);
            outsider = known;
        }
        return known;
    }

    @PreDestroy
    synchronized void stop() {
        pushes.disconnect();
        Outsider stopping = outsider;
        outsider = null;
        if (stopping != null) {
            stopping.stop();
        }
    }
}
