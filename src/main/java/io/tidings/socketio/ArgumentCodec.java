package io.tidings.socketio;

import io.tidings.protocol.Bytes;
import io.tidings.protocol.socketio.Payload;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/**
 * The port to JSON binding: makes payloads of the application's values, and values of what clients sent. Safe for use by many
 * threads.
 */
public interface ArgumentCodec {

    /**
     * The payload of an event. Binary may stand anywhere in the arguments, and a {@link RawArgument} is taken as it is.
     *
     * @throws IllegalArgumentException when an argument cannot be written
     */
    Payload event(String name, @Nullable Object... arguments);

    /**
     * The payload of an acknowledgement.
     *
     * @throws IllegalArgumentException when an argument cannot be written
     */
    Payload ack(@Nullable Object... arguments);

    /**
     * One value as JSON without attachments.
     *
     * @throws IllegalArgumentException when it cannot be written or has binary in it
     */
    Bytes value(@Nullable Object value);

    /** Reads arguments of that type; to be kept, because finding out how may be costly. */
    ArgumentReader reader(Type type);
}
