package io.tidings.emitter;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.activemq.ActiveMQConnectionFactory;

/** A program that has nothing but the jar for other applications and a JMS client. */
public final class PlainProgram {

    private record Order(int number, List<String> goods, Optional<String> note) {}

    private enum State {
        SENT
    }

    private PlainProgram() {}

    /** Emits all kinds of things, at the address and on the topic that are its arguments. */
    public static void main(String[] arguments) {
        try (TopicEmitter emitter = JmsTopic.named(arguments[1]).emitter(new ActiveMQConnectionFactory(arguments[0]))) {
            Order order = new Order(7, List.of("tea"), Optional.empty());
            emitter.of("/orders")
                    .to("order:7")
                    .emit("shipped", order, State.SENT, Map.of("by", 1L), ByteBuffer.allocate(1));
            emitter.serverSideEmit("refresh");
            refuses(emitter);
            emitter.emit("end", emitter.lost());
        }
    }

    /** JSON-B would have to write it. */
    private static void refuses(TopicEmitter emitter) {
        try {
            emitter.emit("bean", new StringBuilder().getClass(), Thread.currentThread());
        } catch (IllegalArgumentException unwritable) {
            emitter.emit("refused");
        }
    }
}
