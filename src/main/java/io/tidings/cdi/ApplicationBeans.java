package io.tidings.cdi;

import static java.util.stream.Collectors.toMap;

import io.tidings.api.spi.ErrorMapper;
import io.tidings.api.spi.ForArguments;
import io.tidings.socketio.ArgumentCodec;
import io.tidings.socketio.Contributions;
import io.tidings.socketio.Contributions.Scoped;
import io.tidings.socketio.Handler;
import io.tidings.socketio.Handlers;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.control.RequestContextController;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import jakarta.json.bind.Jsonb;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the application has put into CDI for Socket.IO to find. */
@Dependent
public class ApplicationBeans {

    private final HandlerExtension found;
    private final Instance<Object> beans;
    private final Event<Object> events;
    private final Instance<Jsonb> jsonb;
    private final Instances instances;
    private final RequestContexts contexts;

    @Inject
    public ApplicationBeans(
            HandlerExtension found,
            BeanManager manager,
            @Any Instance<Object> beans,
            @Any Event<Object> events,
            @ForArguments Instance<Jsonb> jsonb) {
        this.found = found;
        this.beans = beans;
        this.events = events;
        this.jsonb = jsonb;
        this.instances = new Instances(manager);
        this.contexts = new RequestContexts(beans.select(RequestContextController.class)::get);
    }

    /** The application's own JSON binding for arguments. */
    public Optional<Jsonb> jsonb() {
        if (jsonb.isAmbiguous()) {
            throw new IllegalStateException("There are several Jsonb beans with @ForArguments; leave it at one.");
        }
        return jsonb.stream().findAny();
    }

    /** Whether there is any handler bean. */
    public boolean hasHandlers() {
        return !found.beans().isEmpty();
    }

    /** The roles that handlers ask for. */
    public Set<String> roles() {
        return found.roles();
    }

    /** Makes the instances; to be called once, when the server starts. */
    public Contributions contributions(ArgumentCodec codec) {
        Judges judges = new Judges(beans, instances, contexts);
        Namespaces namespaces = new Namespaces(judges::gate);
        return new Contributions(
                found.beans().stream()
                        .map(bean -> new Scoped<>(namespaces.ofHandlers(bean.type()), handlers(bean, codec)))
                        .toList(),
                judges.admissions(namespaces, found.beans()),
                judges.filters(namespaces),
                FiredNews.of(events, found.audience(), contexts),
                errors());
    }

    private Handlers handlers(FoundBean found, ArgumentCodec codec) {
        Object instance = instances.of(found.bean());
        HandlerBean bean = found.handlers();
        Map<String, List<Handler>> onEvent = bean.byEvent().entrySet().stream()
                .collect(toMap(Map.Entry::getKey, entry -> bound(entry.getValue(), instance, codec)));
        return new Handlers(
                bound(bean.at(Moment.CONNECT), instance, codec),
                onEvent,
                bound(bean.at(Moment.ANY_EVENT), instance, codec),
                bound(bean.at(Moment.DISCONNECTING), instance, codec),
                bound(bean.at(Moment.DISCONNECT), instance, codec));
    }

    private List<Handler> bound(List<HandlerMethod> methods, Object instance, ArgumentCodec codec) {
        return methods.stream()
                .<Handler>map(method -> new BeanHandler(method, method.on(instance, codec), contexts))
                .toList();
    }

    private ErrorMapper errors() {
        Instance<ErrorMapper> mappers = beans.select(ErrorMapper.class);
        if (mappers.isAmbiguous()) {
            throw new IllegalStateException(
                    "There are several ErrorMapper beans; leave it at one, or make one of them an"
                            + " @Alternative with a @Priority.");
        }
        return mappers.isUnsatisfied()
                ? ErrorMapper.standard()
                : (ErrorMapper) instances.of(mappers.getHandle().getBean());
    }

    @PreDestroy
    void release() {
        instances.release();
    }
}
