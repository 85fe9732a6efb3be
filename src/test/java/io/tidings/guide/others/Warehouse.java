package io.tidings.guide.others;

import io.tidings.api.Emitter;
import io.tidings.api.ForwardedEvent;
import io.tidings.api.Push;
import io.tidings.api.event.SocketEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** An application behind a shop: it has no sockets, and speaks with the shop's clients all the same. */
@ApplicationScoped
public class Warehouse {

    public record Order(String article, int count) {}

    @Inject
    private Emitter emitter;

    @Inject
    private Event<Push> pushes;

    /** At once. */
    public void arrived(String article) {
        emitter.of("/shop").to("article:" + article).emit("in stock", article);
    }

    /** After the commit, and not at all if there is none. */
    @Transactional
    public void ship(int number, String customer) {
        pushes.fire(Push.of("shipped", number).in("/shop").toUser(customer));
    }

    void ordered(@Observes @SocketEvent("order") ForwardedEvent event) {
        Order order = event.arguments().get(0, Order.class);
        emitter.of(event.namespace()).to(event.socket()).emit("reserved", order.article(), order.count());
    }
}
