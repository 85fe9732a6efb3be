package io.tidings.cdi;

import io.tidings.api.Admission;
import io.tidings.api.NamespaceGate;
import io.tidings.api.PacketFilter;
import io.tidings.api.Verdict;
import io.tidings.socketio.Contributions.Scoped;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.Bean;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The beans that decide about clients and events, in the order in which they are asked, each within a request context. */
final class Judges {

    private final Instance<Object> beans;
    private final Instances instances;
    private final RequestContexts contexts;

    Judges(Instance<Object> beans, Instances instances, RequestContexts contexts) {
        this.beans = beans;
        this.instances = instances;
        this.contexts = contexts;
    }

    /** Those of the application first, which say who a client is; then the doors of beans that are not for everybody. */
    List<Scoped<Admission>> admissions(Namespaces namespaces, List<FoundBean> handlers) {
        Stream<Scoped<Admission>> ofApplication = found(Admission.class)
                .map(bean -> new Scoped<>(namespaces.ofJudge(classOf(bean, Admission.class)), admission(bean)));
        Stream<Scoped<Admission>> doors = handlers.stream()
                .filter(bean -> !bean.handlers().door().isEmpty())
                .map(bean -> new Scoped<>(
                        namespaces.ofHandlers(bean.type()),
                        new Door(bean.handlers().door())));
        return Stream.concat(ofApplication, doors).toList();
    }

    List<Scoped<PacketFilter>> filters(Namespaces namespaces) {
        return found(PacketFilter.class)
                .map(bean -> new Scoped<>(namespaces.ofJudge(classOf(bean, PacketFilter.class)), filter(bean)))
                .toList();
    }

    NamespaceGate gate(Class<? extends NamespaceGate> type) {
        NamespaceGate gate =
                (NamespaceGate) instances.of(beans.select(type).getHandle().getBean());
        return (name, handshake) -> verdict(() -> gate.opens(name, handshake));
    }

    private Admission admission(Bean<Admission> bean) {
        Admission admission = (Admission) instances.of(bean);
        return socket -> verdict(() -> admission.admit(socket));
    }

    private PacketFilter filter(Bean<PacketFilter> bean) {
        PacketFilter filter = (PacketFilter) instances.of(bean);
        return event -> verdict(() -> filter.filter(event));
    }

    private Verdict verdict(RequestContexts.Call<Exception> question) throws Exception {
        return (Verdict) Objects.requireNonNull(contexts.around(question), "no verdict");
    }

    private <T> Stream<Bean<T>> found(Class<T> type) {
        return beans.select(type)
                .handlesStream()
                .map(Instance.Handle::getBean)
                .sorted(Comparator.comparing(bean -> classOf(bean, type), Ordering.BY_PRIORITY));
    }

    /** Where the annotations stand; a bean that a method produces has none of its own. */
    private static Class<?> classOf(Bean<?> bean, Class<?> type) {
        return type.isAssignableFrom(bean.getBeanClass()) ? bean.getBeanClass() : type;
    }
}
