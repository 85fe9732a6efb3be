package io.tidings.guide;

import io.tidings.api.Admission;
import io.tidings.api.Socket;
import io.tidings.api.Verdict;
import io.tidings.api.handler.Namespace;
import io.tidings.api.handler.OnEvent;
import io.tidings.guide.Deliveries.Parcel;
import jakarta.inject.Inject;
import java.util.Set;

/** Those who hear of deliveries; for the tests, they also make them. */
@Namespace("/parcels")
public class Parcels implements Admission {

    @Inject
    private Deliveries deliveries;

    @Override
    public Verdict admit(Socket socket) {
        String name = socket.handshake().query("customer").orElse("nobody");
        return Verdict.acceptedAs(() -> name, Set.of());
    }

    @OnEvent("watch")
    boolean watch(Socket socket, String number) {
        socket.join("parcel:" + number);
        return true;
    }

    @OnEvent("announce")
    void announce(String text) {
        deliveries.announce(text);
    }

    @OnEvent("remind")
    void remind(Parcel parcel) {
        deliveries.remind(parcel);
    }

    @OnEvent("deliver")
    boolean deliver(Parcel parcel) {
        deliveries.deliver(parcel);
        return true;
    }
}
