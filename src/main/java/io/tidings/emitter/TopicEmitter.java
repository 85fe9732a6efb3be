package io.tidings.emitter;

import io.tidings.api.Channel;
import io.tidings.api.Emitter;
import io.tidings.api.Push;
import io.tidings.cluster.Producer;
import io.tidings.socketio.ArgumentCodec;
import io.tidings.socketio.Selection;

/**
 * An emitter that publishes on the topic of a cluster. Safe for use by many threads; never blocks but at its end.
 *
 * <pre>{@code
 * try (TopicEmitter emitter = JmsTopic.named("tidings.shop").emitter(factory)) {
 *     emitter.of("/orders").to("order:7").emit("shipped", Map.of("number", 7));
 * }
 * }</pre>
 *
 * <p>What is emitted waits in a bounded queue for a thread that talks to the broker. What does not get there is lost, oldest first; it is
 * counted, and told to the log once a second at most.
 */
public final class TopicEmitter implements Emitter, ForwardingChannel, AutoCloseable {

    private final Producer producer;
    private final ArgumentCodec codec;
    private final Channel main;

    private TopicEmitter(Producer producer, ArgumentCodec codec) {
        this.producer = producer;
        this.codec = codec;
        this.main = of("/");
    }

    /** Begins to publish as that producer. */
    public static TopicEmitter over(Producer producer, ArgumentCodec codec) {
        producer.start();
        return new TopicEmitter(producer, codec);
    }

    @Override
    public Channel main() {
        return main;
    }

    @Override
    public Channel of(String name) {
        return channel(name, Selection.ALL);
    }

    private RemoteChannel channel(String name, Selection selection) {
        return new RemoteChannel(producer, codec, name.startsWith("/") ? name : "/" + name, selection);
    }

    /** Emits what somebody has fired. */
    public void push(Push push) {
        Selection selection = new Selection(push.rooms(), push.users(), push.except(), false, push.isVolatile(), true);
        channel(push.namespace(), selection).emit(push.event(), push.arguments().toArray());
    }

    /** How many messages have not got to the broker and never will. */
    public long lost() {
        return producer.lost();
    }

    /** Sends what waits, for some seconds at most, and ends; what is emitted later is lost. */
    @Override
    public void close() {
        producer.stop();
    }
}
