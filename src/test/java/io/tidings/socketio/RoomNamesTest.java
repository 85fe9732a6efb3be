package io.tidings.socketio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The sets in which sockets keep the names of their rooms. */
class RoomNamesTest {

    private static Set<String> names(int count) {
        return IntStream.range(0, count).mapToObj(i -> "room-" + i).collect(Collectors.toSet());
    }

    @Test
    void replacesSmallSets() {
        Set<String> one = RoomNames.with(Set.of(), Set.of("a"));
        Set<String> two = RoomNames.with(one, Set.of("b"));

        assertThat(one).containsExactly("a");
        assertThat(two).containsExactlyInAnyOrder("a", "b");
        assertThat(RoomNames.without(two, Set.of("a", "x"))).containsExactly("b");
        assertThat(two).containsExactlyInAnyOrder("a", "b");
    }

    @Test
    @DisplayName("A-08 does not copy the names of a thousand rooms for each that is joined or left")
    void changesLargeSets() {
        Set<String> many = RoomNames.with(names(10), names(1_000));

        assertThat(many).isEqualTo(names(1_000));
        assertThat(RoomNames.with(many, Set.of("one more"))).isSameAs(many).hasSize(1_001);
        assertThat(RoomNames.without(many, Set.of("one more"))).isSameAs(many).hasSize(1_000);
    }

    @Test
    void makesLargeSetsSmallAgain() {
        Set<String> most = new HashSet<>(names(1_000));
        most.remove("room-7");

        Set<String> rest = RoomNames.without(RoomNames.with(Set.of(), names(1_000)), most);

        assertThat(rest).containsExactly("room-7");
        assertThat(RoomNames.with(rest, Set.of("a"))).isNotSameAs(rest);
    }

    @Test
    void makesASmallSetOfSomeLeftOfAnImmutableOne() {
        Set<String> few = RoomNames.with(Set.of(), names(16));

        assertThat(RoomNames.without(few, Set.of("room-3"))).hasSize(15).isNotSameAs(few);
    }
}
