package io.tidings.boot;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.BeforeBeanDiscovery;
import jakarta.enterprise.inject.spi.Extension;

/** Makes a bean of the emitter, in applications without sockets only: the jar that they have names this extension, the other does not. */
public class EmitterExtension implements Extension {

    void addBean(@Observes BeforeBeanDiscovery discovery) {
        discovery
                .addAnnotatedType(EmitterBean.class, EmitterBean.class.getName())
                .add(ApplicationScoped.Literal.INSTANCE);
    }
}
