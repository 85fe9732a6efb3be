package io.tidings.socketio;

import io.tidings.api.AnyListener;
import io.tidings.api.Arguments;
import io.tidings.api.Broadcast;
import io.tidings.api.DataKey;
import io.tidings.api.DisconnectListener;
import io.tidings.api.Emission;
import io.tidings.api.EventListener;
import io.tidings.api.PacketFilter;
import io.tidings.api.Socket;
import java.security.Principal;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** The words of a socket that only pass on what is meant. */
interface SocketWords extends Socket, Mailbox.Owner {

    /** What the application has given to this socket; made by that. */
    Listeners listeners();

    /** An emission to this socket with nothing special about it. */
    Emission emission();

    Presence presence();

    Connection connection();

    @Override
    default void flush() {
        connection().session().flush();
    }

    @Override
    default String transport() {
        return connection().session().transportKind().wireName();
    }

    @Override
    default Optional<Principal> principal() {
        return presence().identity().principal();
    }

    @Override
    default boolean isInRole(String role) {
        return presence().identity().isInRole(role);
    }

    @Override
    default <T> Optional<T> data(DataKey<T> key) {
        return presence().data(key);
    }

    @Override
    default <T> void put(DataKey<T> key, @Nullable T value) {
        presence().put(key, value);
    }

    @Override
    default Set<String> rooms() {
        return presence().rooms();
    }

    @Override
    default void join(String... rooms) {
        presence().join(rooms);
    }

    @Override
    default void leave(String... rooms) {
        presence().leave(rooms);
    }

    @Override
    default Broadcast to(String... rooms) {
        return broadcast().to(rooms);
    }

    @Override
    default Broadcast to(Collection<String> rooms) {
        return broadcast().to(rooms);
    }

    @Override
    default Broadcast in(String... rooms) {
        return broadcast().to(rooms);
    }

    @Override
    default Broadcast except(String... rooms) {
        return broadcast().except(rooms);
    }

    @Override
    default Broadcast local() {
        return broadcast().local();
    }

    @Override
    default Emission asVolatile() {
        return emission().asVolatile();
    }

    @Override
    default Emission compress(boolean compressed) {
        return emission().compress(compressed);
    }

    @Override
    default Emission timeout(Duration timeout) {
        return emission().timeout(timeout);
    }

    @Override
    default void emit(String event, @Nullable Object... arguments) {
        emission().emit(event, arguments);
    }

    @Override
    default CompletionStage<Arguments> emitWithAck(String event, @Nullable Object... arguments) {
        return emission().emitWithAck(event, arguments);
    }

    @Override
    default void disconnect() {
        disconnect(false);
    }

    @Override
    default Socket on(String event, EventListener listener) {
        listeners().on(event, listener);
        return this;
    }

    @Override
    default Socket once(String event, EventListener listener) {
        listeners().once(event, listener);
        return this;
    }

    @Override
    default Socket off(String event) {
        listeners().off(event);
        return this;
    }

    @Override
    default Socket off(String event, EventListener listener) {
        listeners().off(event, listener);
        return this;
    }

    @Override
    default Socket onAny(AnyListener listener) {
        listeners().onAny(listener);
        return this;
    }

    @Override
    default Socket prependAny(AnyListener listener) {
        listeners().prependAny(listener);
        return this;
    }

    @Override
    default Socket offAny(AnyListener listener) {
        listeners().offAny(listener);
        return this;
    }

    @Override
    default Socket onAnyOutgoing(AnyListener listener) {
        listeners().onAnyOutgoing(listener);
        return this;
    }

    @Override
    default Socket prependAnyOutgoing(AnyListener listener) {
        listeners().prependAnyOutgoing(listener);
        return this;
    }

    @Override
    default Socket offAnyOutgoing(AnyListener listener) {
        listeners().offAnyOutgoing(listener);
        return this;
    }

    @Override
    default Socket use(PacketFilter filter) {
        listeners().use(filter);
        return this;
    }

    @Override
    default Socket onDisconnecting(DisconnectListener listener) {
        listeners().onDisconnecting(listener);
        return this;
    }

    @Override
    default Socket onDisconnect(DisconnectListener listener) {
        listeners().onDisconnect(listener);
        return this;
    }
}
