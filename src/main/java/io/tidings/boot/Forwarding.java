package io.tidings.boot;

import io.tidings.cluster.ForwardedNews;
import io.tidings.cluster.Producer;
import io.tidings.socketio.ArgumentCodec;
import io.tidings.socketio.SocketNews;
import java.util.Map;
import java.util.Set;

/** What an application tells others of its clients: certain events, as the settings name them. */
final class Forwarding {

    private final Map<String, Set<String>> namespacesByEvent;
    private final Producer producer;

    Forwarding(Map<String, Set<String>> namespacesByEvent, Producer producer) {
        this.namespacesByEvent = namespacesByEvent;
        this.producer = producer;
    }

    /** The news as the application hears them, with a listener more. */
    SocketNews start(SocketNews own, ArgumentCodec codec) {
        producer.start();
        return new ForwardedNews(own, namespacesByEvent, codec, producer);
    }

    void stop() {
        producer.stop();
    }
}
