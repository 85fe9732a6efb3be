package io.tidings.cdi;

import io.tidings.socketio.Handler;
import io.tidings.socketio.Occurrence;
import jakarta.enterprise.context.control.RequestContextController;
import org.jspecify.annotations.Nullable;

/** Calls handlers of an instance as the server would. */
final class Calls {

    private Calls() {}

    /** What the method of that name gives; there is one handler of that name. */
    static @Nullable Object call(Object instance, String method, Occurrence occurrence) throws Throwable {
        return handler(instance, method).call(occurrence);
    }

    static Handler handler(Object instance, String name) {
        HandlerBean bean = HandlerBean.of(instance.getClass());
        if (!bean.faults().isEmpty()) {
            throw new AssertionError(bean.faults());
        }
        HandlerMethod method = bean.methods().stream()
                .filter(each -> each.method().getName().equals(name))
                .findFirst()
                .orElseThrow();
        return new BeanHandler(method, method.on(instance, Visitor.CODEC), new RequestContexts(AlwaysActive::new));
    }

    /** As if a request context were active on every thread. */
    static final class AlwaysActive implements RequestContextController {

        @Override
        public boolean activate() {
            return false;
        }

        @Override
        public void deactivate() {
            throw new IllegalStateException("was not activated here");
        }
    }
}
