package io.tidings.transport.endpoint;

import io.tidings.engine.EngineSession;
import io.tidings.engine.EngineUnderTest;
import io.tidings.transport.fakes.FakeWebSocket;
import io.tidings.transport.http.ConnectionEnd;
import io.tidings.transport.http.WebSocketSettings;
import jakarta.websocket.PongMessage;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

/** A client at the other end of a container's WebSocket. */
final class EndpointClient {

    static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(5);

    private final FakeWebSocket webSocket;
    private final TicketEndpoint endpoint;
    private final EngineSession session;

    private EndpointClient(FakeWebSocket webSocket, TicketEndpoint endpoint, EngineSession session) {
        this.webSocket = webSocket;
        this.endpoint = endpoint;
        this.session = session;
    }

    /** A client that has been greeted and has read that. */
    static EndpointClient of(EngineUnderTest test) {
        WebSocketSettings settings = new WebSocketSettings(1_000, 10, CLOSE_TIMEOUT, 100, -1, test.deadlines());
        Tickets tickets = new Tickets(test.deadlines());
        EngineSession[] opened = new EngineSession[1];
        String ticket = tickets.issue(new Admitted(transports -> opened[0] = test.open(transports), settings));
        FakeWebSocket webSocket = new FakeWebSocket(Map.of("ticket", ticket));
        TicketEndpoint endpoint = new EndpointConfigurator(tickets).getEndpointInstance(TicketEndpoint.class);
        endpoint.onOpen(webSocket.session(), webSocket.config());
        webSocket.heard();
        test.time().advance(ConnectionEnd.OPENING);
        return new EndpointClient(webSocket, endpoint, opened[0]);
    }

    FakeWebSocket webSocket() {
        return webSocket;
    }

    TicketEndpoint endpoint() {
        return endpoint;
    }

    EngineSession session() {
        return session;
    }

    void text(String whole) {
        text(whole, true);
    }

    void text(String part, boolean last) {
        webSocket.partial(String.class).onMessage(part, last);
    }

    void binary(String part, boolean last) {
        webSocket.partial(ByteBuffer.class).onMessage(ByteBuffer.wrap(part.getBytes(StandardCharsets.UTF_8)), last);
    }

    void pong() {
        webSocket.whole(PongMessage.class).onMessage(() -> ByteBuffer.allocate(0));
    }
}
