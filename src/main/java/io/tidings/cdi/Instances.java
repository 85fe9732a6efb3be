package io.tidings.cdi;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.spi.CreationalContext;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import java.util.Optional;

/** Instances of beans that are used for as long as the server runs. */
public final class Instances {

    private final BeanManager manager;
    private final CreationalContext<?> life;

    Instances(BeanManager manager) {
        this.manager = manager;
        this.life = manager.createCreationalContext(null);
    }

    Object of(Bean<?> bean) {
        return itself(manager, bean)
                .map(Object.class::cast)
                .orElseGet(() -> manager.getReference(bean, Object.class, life));
    }

    /**
     * The bean itself where its scope lives as long as the server does. What CDI injects for it is a proxy, which in Weld
     * costs each call more than a small message costs everywhere else; interceptors are not in the proxy and still run.
     */
    public static <T> Optional<T> itself(BeanManager manager, Bean<T> bean) {
        return bean.getScope() == ApplicationScoped.class
                ? Optional.of(
                        manager.getContext(ApplicationScoped.class).get(bean, manager.createCreationalContext(bean)))
                : Optional.empty();
    }

    /** Destroys those that belong to nothing else. */
    void release() {
        life.release();
    }
}
