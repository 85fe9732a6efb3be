package io.tidings.guide;

import io.tidings.api.Push;
import io.tidings.api.SocketIo;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** Broadcasting from beans that are no handlers. */
@ApplicationScoped
public class Deliveries {

    public record Parcel(String number, String customer) {}

    @Inject
    private SocketIo io;

    @Inject
    private Event<Push> pushes;

    /** At once, to everybody. */
    public void announce(String text) {
        io.of("/parcels").emit("announced", text);
    }

    /** To the devices of one user. */
    public void remind(Parcel parcel) {
        io.of("/parcels").toUser(parcel.customer()).emit("waiting", parcel);
    }

    /** After the commit, and not at all if there is none. */
    @Transactional
    public void deliver(Parcel parcel) {
        pushes.fire(Push.of("delivered", parcel).in("/parcels").to("parcel:" + parcel.number()));
        if (parcel.number().isBlank()) {
            throw new IllegalArgumentException("A parcel has a number.");
        }
    }
}
