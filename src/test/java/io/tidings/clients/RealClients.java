package io.tidings.clients;

import io.tidings.server.AppServer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What real clients do with a server, whichever way it carries WebSocket. */
abstract class RealClients {

    static final String PINGS = "tidings.ping-interval=1s";
    static final String PATIENCE = "tidings.ping-timeout=20s";
    static final String FRIEND = "tidings.cors-origins=http://friend.example";

    @TestFactory
    Stream<DynamicTest> theOfficialClient(AppServer server) {
        return new NodeScript("engine-client.mjs", server.uri().toString()).run();
    }

    @TestFactory
    Stream<DynamicTest> aPlainWebSocketClient(AppServer server) {
        return new NodeScript("websocket-client.mjs", server.uri().toString(), webSocketDialect()).run();
    }

    /** Whose WebSocket it is, where its close codes are not those of everybody. */
    String webSocketDialect() {
        return "";
    }
}
