package io.tidings.transport.fakes;

import jakarta.websocket.CloseReason;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.MessageHandler;
import jakarta.websocket.RemoteEndpoint;
import jakarta.websocket.SendHandler;
import jakarta.websocket.SendResult;
import jakarta.websocket.Session;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A container's WebSocket session: takes one message at a time and says when it is done with it. */
public final class FakeWebSocket {

    private final Session session = Stand.in(Session.class, this);
    private final RemoteEndpoint.Async remote = Stand.in(RemoteEndpoint.Async.class, this);
    private final Map<String, String> pathParameters;
    private final Map<Class<?>, MessageHandler> handlers = new HashMap<>();
    private final List<String> sent = new ArrayList<>();
    private final List<CloseReason> closes = new ArrayList<>();
    private boolean slow;
    private boolean broken;
    private boolean wasForced;
    private long idleTimeout = 30_000;
    private @Nullable SendHandler pending;

    public FakeWebSocket(Map<String, String> pathParameters) {
        this.pathParameters = pathParameters;
    }

    public Session session() {
        return session;
    }

    public EndpointConfig config() {
        return Stand.in(EndpointConfig.class, this);
    }

    /** From now on each message takes until {@link #done}. */
    public void slow() {
        slow = true;
    }

    /** From now on sending throws. */
    public void breakConnection() {
        broken = true;
    }

    /** The container is done with the message under way. */
    public void done() {
        take().onResult(new SendResult());
    }

    public void failed() {
        take().onResult(new SendResult(new IllegalStateException("broken pipe")));
    }

    private SendHandler take() {
        SendHandler handler = pending;
        pending = null;
        if (handler == null) {
            throw new AssertionError("nothing is being sent");
        }
        return handler;
    }

    /** What was sent since the last look. */
    public List<String> heard() {
        List<String> words = List.copyOf(sent);
        sent.clear();
        return words;
    }

    public List<CloseReason> closes() {
        return closes;
    }

    /** Code and words of the last Close frame. */
    public Optional<String> closed() {
        return closes.isEmpty()
                ? Optional.empty()
                : Optional.of(closes.get(closes.size() - 1).getCloseCode().getCode() + " "
                        + closes.get(closes.size() - 1).getReasonPhrase());
    }

    public boolean wasForced() {
        return wasForced;
    }

    public long idleTimeout() {
        return idleTimeout;
    }

    /** The handler that the endpoint has registered for a kind of message. */
    @SuppressWarnings("unchecked") // registered for this very class
    public <T> MessageHandler.Partial<T> partial(Class<T> type) {
        return (MessageHandler.Partial<T>) handler(type);
    }

    @SuppressWarnings("unchecked") // registered for this very class
    public <T> MessageHandler.Whole<T> whole(Class<T> type) {
        return (MessageHandler.Whole<T>) handler(type);
    }

    private MessageHandler handler(Class<?> type) {
        MessageHandler handler = handlers.get(type);
        if (handler == null) {
            throw new AssertionError("nobody listens to " + type);
        }
        return handler;
    }

    public boolean isListenedTo() {
        return !handlers.isEmpty();
    }

    // ---- what Session and RemoteEndpoint.Async are asked

    public Map<String, String> getPathParameters() {
        return pathParameters;
    }

    public void setMaxIdleTimeout(long millis) {
        idleTimeout = millis;
    }

    public <T> void addMessageHandler(Class<T> type, MessageHandler.Partial<T> handler) {
        handlers.put(type, handler);
    }

    public <T> void addMessageHandler(Class<T> type, MessageHandler.Whole<T> handler) {
        handlers.put(type, handler);
    }

    public boolean isOpen() {
        return closes.isEmpty();
    }

    public void close() {
        close(new CloseReason(CloseReason.CloseCodes.NORMAL_CLOSURE, ""));
    }

    public void close(CloseReason reason) {
        closes.add(reason);
        wasForced = Thread.currentThread().isInterrupted();
    }

    public RemoteEndpoint.Async getAsyncRemote() {
        return remote;
    }

    public void sendText(String text, SendHandler handler) {
        send("text " + text, handler);
    }

    public void sendBinary(ByteBuffer bytes, SendHandler handler) {
        send("binary " + StandardCharsets.UTF_8.decode(bytes), handler);
    }

    private void send(String words, SendHandler handler) {
        if (broken) {
            throw new IllegalStateException("closed already");
        }
        if (pending != null) {
            throw new AssertionError("two sends at once");
        }
        sent.add(words);
        if (slow) {
            pending = handler;
        } else {
            handler.onResult(new SendResult());
        }
    }
}
