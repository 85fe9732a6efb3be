package io.tidings.socketio;

import io.tidings.api.Admission;
import io.tidings.api.PacketFilter;
import io.tidings.api.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Who decides about the clients of a namespace, or of a whole family, and who hears of them. */
final class Audience {

    private final List<Admission> admissions = new CopyOnWriteArrayList<>();
    private final List<PacketFilter> filters = new CopyOnWriteArrayList<>();
    private final List<Consumer<Socket>> connectListeners = new CopyOnWriteArrayList<>();
    private volatile Routes routes = Routes.NONE;

    void use(Admission admission) {
        admissions.add(admission);
    }

    void filter(PacketFilter filter) {
        filters.add(filter);
    }

    void onConnect(Consumer<Socket> listener) {
        connectListeners.add(listener);
    }

    /** Beans come at the start only, one after another. */
    void add(Handlers bean) {
        routes = routes.with(bean);
    }

    List<Admission> admissions() {
        return admissions;
    }

    List<PacketFilter> filters() {
        return filters;
    }

    List<Consumer<Socket>> connectListeners() {
        return connectListeners;
    }

    Routes routes() {
        return routes;
    }
}
