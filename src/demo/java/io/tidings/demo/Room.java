package io.tidings.demo;

import io.tidings.api.RefusedException;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Set;
import java.util.TreeSet;

/** A room and who is invited to it: everybody, where nobody is named. */
public record Room(
        @Pattern(regexp = Names.RULE) String name,
        @Size(max = MOST_GUESTS) Set<@Pattern(regexp = Names.RULE) String> guests) {

    private static final int MOST_GUESTS = 50;

    boolean admits(String user) {
        return guests.isEmpty() || guests.contains(user);
    }

    /** Whoever is invited may invite others. */
    Room invite(String user, Set<String> more) {
        if (!admits(user)) {
            throw new RefusedException(name + " is private, and you are not invited.");
        }
        Set<String> all = new TreeSet<>(guests);
        all.addAll(more);
        if (all.size() > MOST_GUESTS) {
            throw new RefusedException("At most " + MOST_GUESTS + " are invited to a room.");
        }
        return guests.isEmpty() ? this : new Room(name, all);
    }

    /** What two nodes know of the same room together: private, if either knows it as private. */
    Room and(Room other) {
        Set<String> all = new TreeSet<>(guests);
        other.guests.stream().limit((long) MOST_GUESTS - all.size()).forEach(all::add);
        return new Room(name, all);
    }
}
