package io.tidings.transport.upgrade;

import io.tidings.engine.EngineSession;
import io.tidings.engine.EngineUnderTest;
import io.tidings.protocol.websocket.ClientBytes;
import io.tidings.protocol.websocket.DeflateAgreement;
import io.tidings.protocol.websocket.FrameLimits;
import io.tidings.protocol.websocket.ServerFrames;
import io.tidings.transport.fakes.FakeConnection;
import io.tidings.transport.http.ConnectionEnd;
import io.tidings.transport.http.WebSocketSettings;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A client at the other end of an upgraded connection. */
final class WebSocketClient {

    static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(5);
    static final int MAX_MESSAGE = 100_000;

    private final FakeConnection connection = new FakeConnection();
    private final UpgradeHandler handler = new UpgradeHandler();
    private final EngineSession session;

    private WebSocketClient(EngineUnderTest test, Optional<DeflateAgreement> deflate, Consumer<FakeConnection> before) {
        WebSocketSettings settings =
                new WebSocketSettings(MAX_MESSAGE, 100, CLOSE_TIMEOUT, 100, 1_024, test.deadlines());
        before.accept(connection);
        EngineSession[] opened = new EngineSession[1];
        handler.prepare(
                transports -> opened[0] = test.open(transports),
                new Framing(settings, new FrameLimits(MAX_MESSAGE, 100), deflate));
        handler.init(connection);
        session = opened[0];
    }

    private static WebSocketClient connect(
            EngineUnderTest test, Optional<DeflateAgreement> deflate, Consumer<FakeConnection> before) {
        WebSocketClient client = new WebSocketClient(test, deflate, before);
        test.time().advance(ConnectionEnd.OPENING);
        return client;
    }

    /** A client to whose connection something happens before the container hands it over. */
    static WebSocketClient opening(EngineUnderTest test, Consumer<FakeConnection> before) {
        return new WebSocketClient(test, Optional.empty(), before);
    }

    /** A client that has been greeted and has read that. */
    static WebSocketClient of(EngineUnderTest test) {
        WebSocketClient client = connect(test, Optional.empty(), connection -> {});
        client.connection.output().taken();
        return client;
    }

    /** Many clients that have come at once and remember only the last that was written to each. */
    static List<WebSocketClient> crowd(EngineUnderTest test, int count) {
        List<WebSocketClient> clients = Stream.generate(() -> opening(test, connection -> {}))
                .limit(count)
                .toList();
        clients.forEach(client -> client.connection.output().forget());
        test.time().advance(ConnectionEnd.OPENING);
        return clients;
    }

    static WebSocketClient compressing(EngineUnderTest test) {
        WebSocketClient client = connect(test, DeflateAgreement.answer("permessage-deflate", false), connection -> {});
        client.connection.output().taken();
        return client;
    }

    /** A client to which nothing can be written yet. */
    static WebSocketClient notReading(EngineUnderTest test) {
        return connect(test, Optional.empty(), connection -> connection.output().room(0));
    }

    EngineSession session() {
        return session;
    }

    FakeConnection connection() {
        return connection;
    }

    UpgradeHandler handler() {
        return handler;
    }

    void send(ClientBytes bytes) throws IOException {
        connection.input().feed(bytes.toArray());
    }

    /** The frames that have arrived since the last look, in words. */
    List<String> heard() {
        return ServerFrames.of(connection.output().taken()).stream()
                .map(WebSocketClient::inWords)
                .toList();
    }

    private static String inWords(ServerFrames.Frame frame) {
        String text = frame.payload().toUtf8String();
        return switch (frame.first()) {
            case 0x81 -> "text " + text;
            case 0x82 -> "binary " + text;
            case 0x88 -> frame.payload().isEmpty() ? "close" : "close " + code(frame) + " " + reason(frame);
            case 0x8a -> "pong " + text;
            case 0xc1 -> "compressed text";
            default -> throw new AssertionError("unexpected frame " + frame);
        };
    }

    private static String reason(ServerFrames.Frame frame) {
        return frame.payload().from(2).toUtf8String();
    }

    private static int code(ServerFrames.Frame frame) {
        return (frame.payload().at(0) & 0xff) << 8 | (frame.payload().at(1) & 0xff);
    }
}
