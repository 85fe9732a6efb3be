package io.tidings.cdi;

import jakarta.enterprise.context.control.RequestContextController;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Activates the request context around calls. Controllers are kept, because to get one costs Weld several times as much as to use
 * it; there are never more than calls at one time, since a controller remembers what it has activated.
 */
final class RequestContexts {

    /** Something to be done within a request context. */
    @FunctionalInterface
    interface Call<E extends Throwable> {
        @Nullable
        Object make() throws E;
    }

    private final Supplier<RequestContextController> controllers;
    private final Queue<RequestContextController> idle = new ConcurrentLinkedQueue<>();

    RequestContexts(Supplier<RequestContextController> controllers) {
        this.controllers = controllers;
    }

    /** Within the request context of the thread, if it has one, else within a new one. */
    <E extends Throwable> @Nullable Object around(Call<E> call) throws E {
        RequestContextController controller = idle.poll();
        if (controller == null) {
            controller = controllers.get();
        }
        boolean activated = controller.activate();
        try {
            return call.make();
        } finally {
            if (activated) {
                controller.deactivate();
            }
            idle.add(controller);
        }
    }
}
