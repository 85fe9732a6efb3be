package io.tidings.guide.others;

import io.tidings.emitter.JmsTopic;
import io.tidings.emitter.TopicEmitter;
import jakarta.jms.ConnectionFactory;
import java.util.Map;

/** A program without a container. */
public final class Prices {

    private Prices() {}

    public static void publish(ConnectionFactory factory, String secret) {
        try (TopicEmitter emitter = JmsTopic.named("tidings.shop").key(secret).emitter(factory)) {
            emitter.of("/shop").emit("prices", Map.of("tea", 3.5));
        }
    }
}
