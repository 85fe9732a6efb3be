package io.tidings.cdi;

import io.tidings.api.Ack;
import io.tidings.api.Arguments;
import io.tidings.api.DisconnectReason;
import io.tidings.api.Handshake;
import io.tidings.api.IncomingEvent;
import io.tidings.api.Namespace;
import io.tidings.api.Socket;
import io.tidings.socketio.ArgumentCodec;
import io.tidings.socketio.Occurrence;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A source that is no value of the client: the type of the parameter alone says what is meant. */
enum Given implements Source, Binding {
    SOCKET(Socket.class),
    HANDSHAKE(Handshake.class),
    NAMESPACE(Namespace.class),
    ACK(Ack.class),
    ARGUMENTS(Arguments.class),
    EVENT(IncomingEvent.class),
    REASON(DisconnectReason.class);

    private final Class<?> type;

    Given(Class<?> type) {
        this.type = type;
    }

    static Optional<Given> of(Class<?> type) {
        return Arrays.stream(values()).filter(given -> given.type == type).findAny();
    }

    @Override
    public @Nullable Object value(Occurrence occurrence) {
        return switch (this) {
            case SOCKET -> occurrence.socket();
            case HANDSHAKE -> occurrence.socket().handshake();
            case NAMESPACE -> occurrence.socket().namespace();
            case ACK -> occurrence.ack();
            case ARGUMENTS -> occurrence.arguments();
            case EVENT -> new IncomingEvent(occurrence.socket(), occurrence.event(), occurrence.arguments());
            case REASON -> occurrence.reason();
        };
    }

    @Override
    public Binding binding(ArgumentCodec codec) {
        return this;
    }

    @Override
    public String path() {
        return name().toLowerCase(Locale.ROOT);
    }

    Class<?> type() {
        return type;
    }
}
