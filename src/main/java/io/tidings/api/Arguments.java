package io.tidings.api;

import java.util.List;

/** The arguments of an event or an acknowledgement, in order. Immutable. */
public interface Arguments {

    int size();

    /**
     * The argument at that position, from 0 on.
     *
     * @throws ArgumentException when there are not so many
     */
    Argument at(int index);

    /** All of them. Each can be emitted again: {@code socket.emit("copy", arguments.list().toArray())}. */
    List<Argument> list();

    /**
     * The argument at that position as a value of that type.
     *
     * @throws ArgumentException when there are not so many, or it is not of that type
     */
    default <T> T get(int index, Class<T> type) {
        return at(index).as(type);
    }
}
