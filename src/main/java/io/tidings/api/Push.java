package io.tidings.api;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Something to emit, for code that knows nothing of sockets: fired as a CDI event it is emitted, inside a transaction when that
 * has committed and never if it rolls back; {@code fireAsync} waits for no transaction.
 *
 * <pre>{@code
 * @Inject Event<Push> pushes;
 *
 * void ship(Order order) {
 *     pushes.fire(Push.of("shipped", order).in("/orders").toUser(order.customer()));
 * }
 * }</pre>
 *
 * @param rooms empty, with no users either, for all sockets of the namespace
 * @param users names of principals
 * @param except rooms whose sockets are left out
 */
public record Push(
        String namespace,
        Set<String> rooms,
        Set<String> users,
        Set<String> except,
        boolean isVolatile,
        String event,
        List<@Nullable Object> arguments) {

    /** In which nobody can be, because the names of rooms are not empty. */
    private static final String NOBODYS_ROOM = "";

    public Push {
        rooms = Set.copyOf(rooms);
        users = Set.copyOf(users);
        except = Set.copyOf(except);
        arguments = Collections.unmodifiableList(new ArrayList<>(arguments));
    }

    /** To all sockets of the main namespace. */
    public static Push of(String event, @Nullable Object... arguments) {
        return new Push("/", Set.of(), Set.of(), Set.of(), false, event, Arrays.asList(arguments));
    }

    public Push in(String namespaceName) {
        return new Push(namespaceName, rooms, users, except, isVolatile, event, arguments);
    }

    /** Adds rooms; with none to add it reaches nobody, rather than everybody. */
    public Push to(String... more) {
        return more.length == 0
                ? to(NOBODYS_ROOM)
                : new Push(namespace, with(rooms, more), users, except, isVolatile, event, arguments);
    }

    /** Adds all sockets of users; with none to add it reaches nobody, rather than everybody. */
    public Push toUser(String... more) {
        return more.length == 0
                ? to(NOBODYS_ROOM)
                : new Push(namespace, rooms, with(users, more), except, isVolatile, event, arguments);
    }

    /** Leaves out the sockets that are in any of these rooms. */
    public Push except(String... more) {
        return new Push(namespace, rooms, users, with(except, more), isVolatile, event, arguments);
    }

    /** It may be lost: it goes only to clients that are ready to receive it at that moment. */
    public Push asVolatile() {
        return new Push(namespace, rooms, users, except, true, event, arguments);
    }

    private static Set<String> with(Set<String> those, String... more) {
        Set<String> all = new LinkedHashSet<>(those);
        all.addAll(Arrays.asList(more));
        return all;
    }
}
