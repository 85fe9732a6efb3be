package io.tidings.cdi;

import static java.util.stream.Collectors.toUnmodifiableSet;

import io.tidings.api.NamespaceGate;
import io.tidings.api.handler.Namespace;
import io.tidings.api.handler.OnAny;
import io.tidings.api.handler.OnConnect;
import io.tidings.api.handler.OnDisconnect;
import io.tidings.api.handler.OnDisconnecting;
import io.tidings.api.handler.OnEvent;
import jakarta.ejb.Singleton;
import jakarta.ejb.Stateful;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.AmbiguousResolutionException;
import jakarta.enterprise.inject.spi.AfterDeploymentValidation;
import jakarta.enterprise.inject.spi.AnnotatedType;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.DeploymentException;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.enterprise.inject.spi.ProcessBean;
import jakarta.enterprise.inject.spi.ProcessManagedBean;
import jakarta.enterprise.inject.spi.ProcessObserverMethod;
import jakarta.enterprise.inject.spi.WithAnnotations;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Finds handler beans while the application is deployed, and stops the deployment if one of them cannot work. */
public class HandlerExtension implements Extension {

    private final List<FoundBean> beans = new ArrayList<>();
    private final List<Bean<?>> gates = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();
    private final Audience audience = Audience.ofServer();

    /** Before CDI itself sees them and complains in its own words about the scope that {@link Namespace} brings along. */
    <T> void refuseEnterpriseBean(
            @Observes
                    @WithAnnotations({
                        Namespace.class,
                        OnConnect.class,
                        OnEvent.class,
                        OnAny.class,
                        OnDisconnecting.class,
                        OnDisconnect.class
                    })
                    ProcessAnnotatedType<T> found) {
        AnnotatedType<T> type = found.getAnnotatedType();
        if (Stream.of(Stateless.class, Stateful.class, Singleton.class).anyMatch(type::isAnnotationPresent)) {
            faults.add(type.getJavaClass().getName()
                    + ": is an EJB, whose container wraps what a handler throws and knows no"
                    + " caller; move what clients call into a class with @Namespace, and inject the EJB there");
            found.veto();
        }
    }

    void findHandlers(@Observes ProcessManagedBean<?> found) {
        FoundBean bean = FoundBean.of(found.getBean());
        faults.addAll(bean.faults());
        if (bean.opensNamespaces()) {
            beans.add(bean);
        }
    }

    /** Remembered, because what Payara 6.2025 injects into extensions of a library does not find the beans of its application. */
    void findGate(@Observes ProcessBean<?> found) {
        if (found.getBean().getTypes().contains(NamespaceGate.class)) {
            gates.add(found.getBean());
        }
    }

    void findObserver(@Observes ProcessObserverMethod<?, ?> found) {
        try {
            audience.add(found.getObserverMethod());
        } catch (WrongBean e) {
            faults.add(e.getMessage());
        }
    }

    void report(@Observes AfterDeploymentValidation validation, BeanManager manager) {
        beans.forEach(bean -> checkGate(bean.type(), manager));
        faults.stream().sorted().forEach(fault -> validation.addDeploymentProblem(new DeploymentException(fault)));
    }

    private void checkGate(Class<?> type, BeanManager manager) {
        Namespace annotation = type.getAnnotation(Namespace.class);
        if (annotation != null && annotation.gate() != NamespaceGate.class && !isBean(annotation.gate(), manager)) {
            faults.add(type.getName() + ": the gate of @Namespace is no bean, or more than one; give exactly one "
                    + annotation.gate().getName() + " a scope, such as @ApplicationScoped");
        }
    }

    private boolean isBean(Class<?> type, BeanManager manager) {
        Set<Bean<?>> candidates =
                gates.stream().filter(bean -> bean.getTypes().contains(type)).collect(toUnmodifiableSet());
        try {
            return manager.resolve(candidates) != null;
        } catch (AmbiguousResolutionException e) {
            return false;
        }
    }

    /** The beans with handlers, in the order in which they are called. */
    List<FoundBean> beans() {
        return beans.stream().sorted().toList();
    }

    /** Which news have observers. */
    Audience audience() {
        return audience;
    }

    /** All roles that handlers ask for: a container has to be asked while it still has the request. */
    public Set<String> roles() {
        return beans.stream().flatMap(FoundBean::roles).collect(toUnmodifiableSet());
    }
}
