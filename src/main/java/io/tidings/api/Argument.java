package io.tidings.api;

import java.lang.reflect.Type;
import java.util.Optional;

/**
 * One argument of an event or acknowledgement as the client sent it, unread until somebody asks for a type. Given to
 * {@code emit} or to an acknowledgement it is forwarded untouched, whatever is in it. Immutable.
 */
public interface Argument {

    /**
     * The argument as a value of that type: {@code String}, numbers, {@code Boolean}, {@code byte[]}, {@link java.nio.ByteBuffer},
     * records, collections, values of Jakarta JSON Processing, and whatever Jakarta JSON Binding can read.
     *
     * @throws ArgumentException when it is not of that type, or null where the type has no null
     */
    <T> T as(Class<T> type);

    /** Like {@link #as(Class)}, for types with parameters. */
    Object as(Type type);

    /** Whether the argument is JSON's null. */
    boolean isNull();

    /** A member of the argument; empty where the argument is no object, has no such member, or the member is null. */
    Optional<Argument> member(String name);

    /** The JSON text; binary parts stand in it as numbered placeholders. */
    String json();
}
