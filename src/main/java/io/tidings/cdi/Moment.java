package io.tidings.cdi;

import io.tidings.api.handler.OnAny;
import io.tidings.api.handler.OnConnect;
import io.tidings.api.handler.OnDisconnect;
import io.tidings.api.handler.OnDisconnecting;
import io.tidings.api.handler.OnEvent;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.EnumSet;
import java.util.Set;

/** When a method is called, and what it can be given then. */
enum Moment {
    CONNECT(OnConnect.class),
    EVENT(OnEvent.class),
    ANY_EVENT(OnAny.class),
    DISCONNECTING(OnDisconnecting.class),
    DISCONNECT(OnDisconnect.class);

    private final Class<? extends Annotation> annotation;

    Moment(Class<? extends Annotation> annotation) {
        this.annotation = annotation;
    }

    boolean isOf(Method method) {
        return method.isAnnotationPresent(annotation);
    }

    /** What there is besides the principal and the client's values, in the order in which sentences name it. */
    Set<Given> given() {
        return switch (this) {
            case CONNECT -> EnumSet.of(Given.SOCKET, Given.HANDSHAKE, Given.NAMESPACE);
            case EVENT, ANY_EVENT -> EnumSet.complementOf(EnumSet.of(Given.REASON));
            case DISCONNECTING, DISCONNECT -> EnumSet.of(Given.SOCKET, Given.HANDSHAKE, Given.NAMESPACE, Given.REASON);
        };
    }

    /** The annotation as it stands in the source. */
    @Override
    public String toString() {
        return "@" + annotation.getSimpleName();
    }
}
