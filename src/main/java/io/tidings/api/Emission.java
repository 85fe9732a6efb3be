package io.tidings.api;

import java.time.Duration;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * What can be told or asked of one socket, with the conditions under which that happens.
 *
 * <p>Immutable: each operator gives a new one and leaves this one as it is.
 *
 * <pre>{@code
 * socket.timeout(Duration.ofSeconds(5)).emitWithAck("confirm", order)
 *         .thenAccept(answer -> orders.confirmed(order, answer.get(0, Boolean.class)));
 * }</pre>
 */
public interface Emission {

    /** What is emitted may be lost: it is sent only if the client is ready to receive it at this moment. */
    Emission asVolatile();

    /** Whether what is emitted is compressed where the connection compresses; by default it is. */
    Emission compress(boolean compressed);

    /** How long {@link #emitWithAck} waits; without it, as the settings say. */
    Emission timeout(Duration timeout);

    /**
     * Sends an event, or nothing if the socket has disconnected.
     *
     * @throws IllegalArgumentException when the name is reserved or an argument cannot be written
     */
    void emit(String event, @Nullable Object... arguments);

    /**
     * Sends an event and gives what the client acknowledges. Ends with an {@link AckException} when the client does not answer in
     * time or leaves. The stage is completed on the managed executor: it may be awaited in a handler, even of the same socket.
     */
    CompletionStage<Arguments> emitWithAck(String event, @Nullable Object... arguments);
}
