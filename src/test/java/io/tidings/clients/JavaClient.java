package io.tidings.clients;

import io.socket.client.Ack;
import io.socket.client.AckWithTimeout;
import io.socket.client.IO;
import io.socket.client.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The Java client of Socket.IO in one namespace; its events can be awaited one after another. */
final class JavaClient implements AutoCloseable {

    /** For a slow machine; what takes longer will not happen any more. */
    static final Duration PATIENCE = Duration.ofSeconds(20);

    /** How a client is connected. */
    enum Way {
        POLLING("polling", "polling"),
        WEBSOCKET("websocket", "websocket"),
        UPGRADE("polling", "websocket");

        private final String first;
        private final String last;

        Way(String first, String last) {
            this.first = first;
            this.last = last;
        }

        /** What carries it in the end. */
        String transport() {
            return last;
        }

        IO.Options options() {
            IO.Options options = new IO.Options();
            options.forceNew = true;
            options.transports = new String[] {first, last};
            options.upgrade = this == UPGRADE;
            options.reconnectionDelay = 100;
            return options;
        }
    }

    private final Socket socket;
    private final Map<String, BlockingQueue<List<Object>>> arrived = new ConcurrentHashMap<>();

    private JavaClient(Socket socket) {
        this.socket = socket;
        socket.onAnyIncoming(
                args -> inbox((String) args[0]).add(Arrays.asList(args).subList(1, args.length)));
        for (String event : List.of(Socket.EVENT_CONNECT, Socket.EVENT_CONNECT_ERROR, Socket.EVENT_DISCONNECT)) {
            socket.on(event, args -> inbox(event).add(Arrays.asList(args)));
        }
        // Answers with what it was asked.
        socket.on("question", args -> ((Ack) args[args.length - 1]).call(Arrays.copyOf(args, args.length - 1)));
        socket.connect();
    }

    /** A client that may not be connected yet. */
    static JavaClient of(URI server, String namespace, IO.Options options) {
        return new JavaClient(IO.socket(server.resolve(namespace), options));
    }

    static JavaClient connected(URI server, String namespace, IO.Options options) {
        JavaClient client = of(server, namespace, options);
        client.next(Socket.EVENT_CONNECT);
        return client;
    }

    /** The same client in another namespace, over the same connection. */
    JavaClient in(String namespace) {
        JavaClient other = new JavaClient(socket.io().socket(namespace));
        other.next(Socket.EVENT_CONNECT);
        return other;
    }

    String id() {
        return socket.id();
    }

    private BlockingQueue<List<Object>> inbox(String event) {
        return arrived.computeIfAbsent(event, first -> new LinkedBlockingQueue<>());
    }

    /** The arguments of the next event of that name. */
    List<Object> next(String event) {
        try {
            List<Object> arguments = inbox(event).poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            if (arguments == null) {
                throw new AssertionError("waited in vain for " + event + "; arrived: " + arrived);
            }
            return arguments;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    void emit(String event, Object... arguments) {
        socket.emit(event, arguments);
    }

    /** What the server acknowledges an event with. */
    List<Object> ask(String event, Object... arguments) {
        return ask(PATIENCE, event, arguments);
    }

    List<Object> ask(Duration patience, String event, Object... arguments) {
        CompletableFuture<List<Object>> answer = new CompletableFuture<>();
        socket.emit(event, arguments, new AckWithTimeout(patience.toMillis()) {
            @Override
            public void onSuccess(Object... values) {
                answer.complete(Arrays.asList(values));
            }

            @Override
            public void onTimeout() {
                answer.completeExceptionally(new TimeoutException("no answer to " + event));
            }
        });
        return answer.join();
    }

    void leave() {
        socket.disconnect();
    }

    @Override
    public void close() {
        leave();
    }
}
