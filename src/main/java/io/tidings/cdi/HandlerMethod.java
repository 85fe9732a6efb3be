package io.tidings.cdi;

import io.tidings.api.handler.NonBlocking;
import io.tidings.api.handler.OnEvent;
import io.tidings.protocol.socketio.ReservedEvents;
import io.tidings.socketio.ArgumentCodec;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** One method of a bean and one moment at which it is called; checked, but not yet bound to an instance. */
record HandlerMethod(Class<?> bean, Method method, Moment moment, List<Source> parameters) {

    /** The method as a handler; throws a {@link WrongBean} when it cannot be one. */
    static HandlerMethod of(Class<?> bean, Method method, Moment moment) {
        try {
            checkModifiers(method.getModifiers());
            HandlerMethod handler = new HandlerMethod(bean, method, moment, Parameters.of(method, moment));
            handler.checkAnswer();
            return handler;
        } catch (WrongBean e) {
            throw new WrongBean(bean.getName() + "." + method.getName() + ": " + e.getMessage());
        }
    }

    private static void checkModifiers(int modifiers) {
        if (Modifier.isPrivate(modifiers)) {
            throw new WrongBean("is private, where no interceptor reaches it; leave out 'private'");
        }
        if (Modifier.isStatic(modifiers)) {
            throw new WrongBean("is static and belongs to no bean; leave out 'static'");
        }
    }

    private void checkAnswer() {
        if (moment != Moment.EVENT) {
            if (returnsAnything() && !CompletionStage.class.isAssignableFrom(method.getReturnType())) {
                throw new WrongBean("returns a value that nobody takes; declare void or CompletionStage<Void>");
            }
            return;
        }
        if (ReservedEvents.contains(event())) {
            throw new WrongBean(
                    "'" + event() + "' is a name that no client can send; use @OnConnect, @OnDisconnecting or"
                            + " @OnDisconnect, or choose another name");
        }
        if (returnsAnything() && parameters.contains(Given.ACK)) {
            throw new WrongBean("acknowledges twice; declare void or leave out the parameter of type Ack");
        }
    }

    private boolean returnsAnything() {
        return method.getReturnType() != void.class;
    }

    boolean acknowledges() {
        return moment == Moment.EVENT && returnsAnything();
    }

    /** The name of the event; only for {@link Moment#EVENT}. */
    String event() {
        return method.getAnnotation(OnEvent.class).value();
    }

    boolean isNonBlocking() {
        return method.isAnnotationPresent(NonBlocking.class) || bean.isAnnotationPresent(NonBlocking.class);
    }

    Access access() {
        return Access.of(method, bean, method.getDeclaringClass());
    }

    /** The method of that instance, with readers for all of its arguments. */
    Invocation on(Object instance, ArgumentCodec codec) {
        try {
            return new Invocation(
                    method,
                    instance,
                    parameters.stream().map(source -> source.binding(codec)).toList());
        } catch (RuntimeException e) {
            throw new IllegalStateException(this + ": cannot be called: " + e.getMessage(), e);
        }
    }

    /** For sentences and the log. */
    @Override
    public String toString() {
        return bean.getName() + "." + method.getName();
    }
}
