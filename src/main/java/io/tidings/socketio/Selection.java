package io.tidings.socketio;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Which sockets of a namespace are meant, and how what is emitted travels to them.
 *
 * @param rooms with no users either: all sockets
 * @param except rooms, whose sockets are not meant
 */
public record Selection(
        Set<String> rooms,
        Set<String> users,
        Set<String> except,
        boolean isLocal,
        boolean isVolatile,
        boolean isCompressed) {

    public static final Selection ALL = new Selection(Set.of(), Set.of(), Set.of(), false, false, true);

    private static final Set<String> NO_ROOM = Set.of("");

    public Selection {
        rooms = Set.copyOf(rooms);
        users = Set.copyOf(users);
        except = Set.copyOf(except);
    }

    /** True if nobody is chosen by name. */
    public boolean isEverybody() {
        return rooms.isEmpty() && users.isEmpty();
    }

    /** Adds rooms; where there is none to add, a room that nobody can be in, so that it does not mean everybody. */
    public Selection to(Collection<String> more) {
        return new Selection(
                with(rooms, more.isEmpty() ? NO_ROOM : more), users, except, isLocal, isVolatile, isCompressed);
    }

    public Selection toUsers(Collection<String> more) {
        return new Selection(rooms, with(users, more), except, isLocal, isVolatile, isCompressed);
    }

    public Selection except(Collection<String> more) {
        return new Selection(rooms, users, with(except, more), isLocal, isVolatile, isCompressed);
    }

    Selection local() {
        return new Selection(rooms, users, except, true, isVolatile, isCompressed);
    }

    public Selection asVolatile() {
        return new Selection(rooms, users, except, isLocal, true, isCompressed);
    }

    public Selection compress(boolean compressed) {
        return new Selection(rooms, users, except, isLocal, isVolatile, compressed);
    }

    private static Set<String> with(Set<String> those, Collection<String> more) {
        Set<String> all = new LinkedHashSet<>(those);
        all.addAll(more);
        return all;
    }
}
