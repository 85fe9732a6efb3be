package io.tidings.bench.bare;

import jakarta.websocket.OnMessage;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import java.nio.ByteBuffer;

/** Sends each message back; asynchronously, for that is how servers are fastest. */
@ServerEndpoint("/echo")
public class BareEcho {

    @OnMessage
    public void text(String message, Session session) {
        session.getAsyncRemote().sendText(message, result -> {});
    }

    @OnMessage
    public void binary(ByteBuffer message, Session session) {
        session.getAsyncRemote().sendBinary(message, result -> {});
    }
}
