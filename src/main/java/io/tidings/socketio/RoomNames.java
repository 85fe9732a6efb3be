package io.tidings.socketio;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Names of rooms: those that an application may give, and the sets in which sockets keep theirs, which any thread may look into. */
final class RoomNames {

    /** Most sockets are in few rooms, and are asked for them more often than that changes: so many are copied for each change. */
    private static final int FEW = 16;

    private RoomNames() {}

    static void check(Collection<String> names, int longest) {
        for (String name : names) {
            if (name.isEmpty() || name.length() > longest) {
                throw new IllegalArgumentException(
                        "The name of a room has from 1 to " + longest + " characters (tidings.max-room-name).");
            }
        }
    }

    /** The set with more in it: a new one, or the same where that would cost a client nothing and us much. */
    static Set<String> with(Set<String> names, Set<String> more) {
        if (names.size() + more.size() <= FEW) {
            Set<String> all = new HashSet<>(names);
            all.addAll(more);
            return Set.copyOf(all);
        }
        Set<String> many = isChangeable(names) ? names : changeable(names);
        many.addAll(more);
        return many;
    }

    /** The set with less in it: a new one, or the same. */
    static Set<String> without(Set<String> names, Set<String> less) {
        Set<String> rest = isChangeable(names) ? names : new HashSet<>(names);
        less.forEach(rest::remove);
        return rest.size() <= FEW ? Set.copyOf(rest) : rest;
    }

    private static boolean isChangeable(Set<String> names) {
        return names instanceof ConcurrentHashMap.KeySetView;
    }

    private static Set<String> changeable(Set<String> names) {
        Set<String> many = ConcurrentHashMap.newKeySet();
        many.addAll(names);
        return many;
    }
}
