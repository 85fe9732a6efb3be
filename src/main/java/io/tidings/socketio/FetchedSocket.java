package io.tidings.socketio;

import io.tidings.api.AckException;
import io.tidings.api.Answers;
import io.tidings.api.Arguments;
import io.tidings.api.Broadcast;
import io.tidings.api.DataKey;
import io.tidings.api.Emission;
import io.tidings.api.Handshake;
import io.tidings.api.RemoteSocket;
import io.tidings.protocol.Bytes;
import java.security.Principal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** A socket of another node: a copy of what it was, and a way to it. */
final class FetchedSocket implements RemoteSocket {

    private final SocketCopy copy;
    private final ArgumentCodec codec;
    private final Broadcast itself;
    private final Emission emission;

    FetchedSocket(SocketCopy copy, LocalNamespace namespace, ArgumentCodec codec) {
        this.copy = copy;
        this.codec = codec;
        this.itself = namespace.everybody().to(copy.id());
        this.emission = new ToOne(itself);
    }

    /** An emission to the only one whom a broadcast reaches. */
    private record ToOne(Broadcast one) implements Emission {

        @Override
        public Emission asVolatile() {
            return new ToOne(one.asVolatile());
        }

        @Override
        public Emission compress(boolean compressed) {
            return new ToOne(one.compress(compressed));
        }

        @Override
        public Emission timeout(Duration timeout) {
            return new ToOne(one.timeout(timeout));
        }

        @Override
        public void emit(String event, @Nullable Object... arguments) {
            one.emit(event, arguments);
        }

        @Override
        public CompletionStage<Arguments> emitWithAck(String event, @Nullable Object... arguments) {
            return one.emitWithAck(event, arguments).thenApply(ToOne::only);
        }

        private static Arguments only(Answers answers) {
            for (Answers.Answer answer : answers.received()) {
                return answer.arguments();
            }
            // Nodes that are missing, too, may have nothing to do with it, but it may be on one of them.
            throw new AckException(
                    answers.missing().isEmpty()
                            ? Answers.Reason.DISCONNECTED
                            : answers.missing().get(0).reason());
        }
    }

    private record Named(String name) implements Principal {

        @Override
        public String getName() {
            return name;
        }
    }

    @Override
    public String id() {
        return copy.id();
    }

    @Override
    public Handshake handshake() {
        return new Handshake(copy.http(), new RawArgument(copy.auth(), List.of(), codec));
    }

    @Override
    public Optional<Principal> principal() {
        return Optional.ofNullable(copy.user()).map(Named::new);
    }

    @Override
    public Set<String> rooms() {
        return copy.rooms();
    }

    @Override
    public <T> Optional<T> data(DataKey<T> key) {
        Bytes json = copy.data().get(key.name());
        return Optional.ofNullable(json).map(value -> new RawArgument(value, List.of(), codec).as(key.type()));
    }

    @Override
    public void join(String... rooms) {
        itself.socketsJoin(rooms);
    }

    @Override
    public void leave(String... rooms) {
        itself.socketsLeave(rooms);
    }

    @Override
    public void disconnect() {
        itself.disconnectSockets();
    }

    @Override
    public void disconnect(boolean close) {
        itself.disconnectSockets(close);
    }

    // ---- what it is sent

    @Override
    public Emission asVolatile() {
        return emission.asVolatile();
    }

    @Override
    public Emission compress(boolean compressed) {
        return emission.compress(compressed);
    }

    @Override
    public Emission timeout(Duration timeout) {
        return emission.timeout(timeout);
    }

    @Override
    public void emit(String event, @Nullable Object... arguments) {
        emission.emit(event, arguments);
    }

    @Override
    public CompletionStage<Arguments> emitWithAck(String event, @Nullable Object... arguments) {
        return emission.emitWithAck(event, arguments);
    }

    /** Names what is no secret. */
    @Override
    public String toString() {
        return "RemoteSocket[" + copy.id() + "]";
    }
}
