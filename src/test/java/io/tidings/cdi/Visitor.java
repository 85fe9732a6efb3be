package io.tidings.cdi;

import io.tidings.api.Ack;
import io.tidings.api.Argument;
import io.tidings.api.ArgumentException;
import io.tidings.api.Arguments;
import io.tidings.api.DisconnectReason;
import io.tidings.api.Handshake;
import io.tidings.api.HttpHandshake;
import io.tidings.api.Socket;
import io.tidings.socketio.Occurrence;
import java.lang.reflect.Proxy;
import java.security.Principal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A client as handlers see it: what it said and who it is. */
record Visitor(String auth, List<String> query, @Nullable Principal principal, Set<String> roles) {

    static final FakeCodec CODEC = new FakeCodec();
    static final Visitor ANYBODY = new Visitor("{}", List.of(), null, Set.of());

    Visitor saying(String authObject) {
        return new Visitor(authObject, query, principal, roles);
    }

    Visitor asking(String name, String value) {
        return new Visitor(auth, List.of(name, value), principal, roles);
    }

    Visitor as(Principal who, String... those) {
        return new Visitor(auth, query, who, Set.of(those));
    }

    Socket socket() {
        Handshake handshake = new Handshake(
                new HttpHandshake(Instant.EPOCH, "192.0.2.1", true, "/socket.io/", query, List.of(), null, Set.of()),
                CODEC.argument(auth));
        return (Socket) Proxy.newProxyInstance(
                Visitor.class.getClassLoader(),
                new Class<?>[] {Socket.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "id", "toString" -> "visitor";
                    case "handshake" -> handshake;
                    case "principal" -> Optional.ofNullable(principal);
                    case "isInRole" -> roles.contains(arguments[0]);
                    case "namespace" -> null;
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    Occurrence connects() {
        return new Occurrence(socket(), "", new Words(List.of()), new NoAnswer(), null);
    }

    Occurrence leaves(DisconnectReason reason) {
        return new Occurrence(socket(), "", new Words(List.of()), new NoAnswer(), reason);
    }

    /** Arguments as JSON. */
    Occurrence sends(String event, String... arguments) {
        List<Argument> words =
                Arrays.stream(arguments).<Argument>map(CODEC::argument).toList();
        return new Occurrence(socket(), event, new Words(words), new NoAnswer(), null);
    }

    private record Words(List<Argument> list) implements Arguments {

        @Override
        public int size() {
            return list.size();
        }

        @Override
        public Argument at(int index) {
            if (index >= list.size()) {
                throw new ArgumentException("argument " + (index + 1) + " is missing");
            }
            return list.get(index);
        }
    }

    private record NoAnswer() implements Ack {

        @Override
        public boolean isRequested() {
            return false;
        }

        @Override
        public boolean send(@Nullable Object... arguments) {
            return false;
        }
    }
}
