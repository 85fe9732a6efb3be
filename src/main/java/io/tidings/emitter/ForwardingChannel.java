package io.tidings.emitter;

import io.tidings.api.Channel;
import io.tidings.api.Recipients;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** A channel that another one carries out. */
interface ForwardingChannel extends Channel {

    Channel main();

    @Override
    default String name() {
        return main().name();
    }

    @Override
    default Recipients to(String... rooms) {
        return main().to(rooms);
    }

    @Override
    default Recipients to(Collection<String> rooms) {
        return main().to(rooms);
    }

    @Override
    default Recipients in(String... rooms) {
        return main().in(rooms);
    }

    @Override
    default Recipients except(String... rooms) {
        return main().except(rooms);
    }

    @Override
    default Recipients except(Collection<String> rooms) {
        return main().except(rooms);
    }

    @Override
    default Recipients toUser(String user) {
        return main().toUser(user);
    }

    @Override
    default Recipients asVolatile() {
        return main().asVolatile();
    }

    @Override
    default Recipients compress(boolean compressed) {
        return main().compress(compressed);
    }

    @Override
    default void emit(String event, @Nullable Object... arguments) {
        main().emit(event, arguments);
    }

    @Override
    default void socketsJoin(String... rooms) {
        main().socketsJoin(rooms);
    }

    @Override
    default void socketsLeave(String... rooms) {
        main().socketsLeave(rooms);
    }

    @Override
    default void disconnectSockets() {
        main().disconnectSockets();
    }

    @Override
    default void disconnectSockets(boolean close) {
        main().disconnectSockets(close);
    }

    @Override
    default void serverSideEmit(String event, @Nullable Object... arguments) {
        main().serverSideEmit(event, arguments);
    }
}
