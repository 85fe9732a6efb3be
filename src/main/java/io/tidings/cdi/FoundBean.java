package io.tidings.cdi;

import io.tidings.api.Admission;
import io.tidings.api.PacketFilter;
import io.tidings.api.handler.Namespace;
import jakarta.enterprise.context.ConversationScoped;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.context.SessionScoped;
import jakarta.enterprise.inject.spi.Bean;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A bean and what it handles, which may be nothing. */
record FoundBean(Bean<?> bean, HandlerBean handlers) implements Comparable<FoundBean> {

    static FoundBean of(Bean<?> bean) {
        return new FoundBean(bean, HandlerBean.of(bean.getBeanClass()));
    }

    Class<?> type() {
        return handlers.type();
    }

    /** A namespace without handlers may be there to be written to only. */
    boolean opensNamespaces() {
        return !handlers.isEmpty() || (type().isAnnotationPresent(Namespace.class) && !isJudge());
    }

    private boolean isJudge() {
        return Admission.class.isAssignableFrom(type()) || PacketFilter.class.isAssignableFrom(type());
    }

    List<String> faults() {
        List<String> faults = new ArrayList<>(handlers.faults());
        Namespaces.fault(type()).ifPresent(faults::add);
        if (!handlers.isEmpty()
                && Set.of(SessionScoped.class, ConversationScoped.class).contains(bean.getScope())) {
            faults.add(
                    type().getName() + ": is @" + bean.getScope().getSimpleName() + ", but there is no HTTP session in"
                            + " handlers; declare @ApplicationScoped, and keep what belongs to a client with Socket.put");
        }
        if (bean.getScope() == RequestScoped.class) {
            handlers.methods().stream()
                    .filter(HandlerMethod::isNonBlocking)
                    .forEach(method -> faults.add(method + ": is @NonBlocking, where no request context is active, in a"
                            + " @RequestScoped bean; leave out one of them"));
        }
        return faults;
    }

    Stream<String> roles() {
        return Stream.concat(handlers.methods().stream().map(HandlerMethod::access), handlers.door().stream())
                .flatMap(Access::namedRoles);
    }

    @Override
    public int compareTo(FoundBean other) {
        return Ordering.BY_PRIORITY.compare(type(), other.type());
    }
}
