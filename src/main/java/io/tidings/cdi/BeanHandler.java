package io.tidings.cdi;

import io.tidings.socketio.Handler;
import io.tidings.socketio.Occurrence;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A handler method on its bean, with what surrounds each call: roles before, the request context around. */
final class BeanHandler implements Handler {

    private static final boolean HAS_VALIDATION = isThere("jakarta.validation.ConstraintViolationException");

    private final HandlerMethod method;
    private final Invocation invocation;
    private final RequestContexts contexts;
    private final Access access;
    private final boolean nonBlocking;
    private final UnaryOperator<Throwable> failures;

    BeanHandler(HandlerMethod method, Invocation invocation, RequestContexts contexts) {
        this.method = method;
        this.invocation = invocation;
        this.contexts = contexts;
        this.access = method.access();
        this.nonBlocking = method.isNonBlocking();
        this.failures = HAS_VALIDATION ? new Violations(method)::translated : UnaryOperator.identity();
    }

    /** Servers without Bean Validation do not have its classes either. */
    private static boolean isThere(String type) {
        try {
            Class.forName(type, false, BeanHandler.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    @Override
    public @Nullable Object call(Occurrence occurrence) throws Throwable {
        access.check(occurrence.socket());
        return nonBlocking ? invoke(occurrence) : contexts.<Throwable>around(() -> invoke(occurrence));
    }

    private @Nullable Object invoke(Occurrence occurrence) throws Throwable {
        try {
            return invocation.make(occurrence);
        } catch (Throwable failure) {
            throw failures.apply(failure);
        }
    }

    @Override
    public boolean acknowledges() {
        return method.acknowledges();
    }

    @Override
    public boolean isNonBlocking() {
        return nonBlocking;
    }

    @Override
    public String toString() {
        return method.toString();
    }
}
