package io.tidings.apps.others;

import io.tidings.api.Emitter;
import io.tidings.api.ForwardedEvent;
import io.tidings.api.event.SocketEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** Answers what clients of another application send. */
@ApplicationScoped
public class Stock {

    @Inject
    private Emitter emitter;

    void ordered(@Observes @SocketEvent("order") ForwardedEvent event) {
        String article = event.arguments().get(0, String.class);
        emitter.of(event.namespace()).to(event.socket()).emit("said", article + " reserved");
    }
}
