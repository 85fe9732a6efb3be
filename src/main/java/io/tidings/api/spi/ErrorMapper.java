package io.tidings.api.spi;

import io.tidings.api.Socket;

/**
 * Says what a client gets as acknowledgement when the handler of its event has failed. A CDI bean of this type replaces the
 * server's own, which answers {@code {"error": message}}, with the details of a {@link io.tidings.api.RefusedException} as
 * {@code data}, and for an unexpected exception nothing but {@code {"error": "Internal error"}}. A bean that has words for some
 * exceptions passes the others on to {@link #standard()}.
 */
@FunctionalInterface
public interface ErrorMapper {

    /** The one argument of the acknowledgement. */
    Object acknowledgement(Socket socket, String event, Throwable failure);

    /** The server's own. */
    static ErrorMapper standard() {
        return PlainErrors.INSTANCE;
    }
}
