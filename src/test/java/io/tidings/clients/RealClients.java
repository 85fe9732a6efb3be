package io.tidings.clients;

import io.tidings.server.AppServer;
import io.tidings.tools.Tool;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What real clients do with a server, whichever way it carries WebSocket. */
abstract class RealClients {

    static final String PINGS = "tidings.ping-interval=1s";
    static final String PATIENCE = "tidings.ping-timeout=20s";
    static final String FRIEND = "tidings.cors-origins=http://friend.example";
    static final String TIME_TO_CONNECT = "tidings.connect-timeout=20s";

    @TestFactory
    Stream<DynamicTest> theOfficialClientOfEngineIo(AppServer server) {
        return new NodeScript("engine-client.mjs", server.uri().toString()).run();
    }

    @TestFactory
    Stream<DynamicTest> aPlainWebSocketClient(AppServer server) {
        return new NodeScript("websocket-client.mjs", server.uri().toString(), webSocketDialect()).run();
    }

    @TestFactory
    Stream<DynamicTest> theOfficialClient(AppServer server) {
        return new NodeScript("socket-client.mjs", server.uri().toString()).run();
    }

    @TestFactory
    Stream<DynamicTest> theOfficialClientOfYesterday(AppServer server) {
        return new NodeScript("socket-client.mjs", server.uri().toString(), "socket.io-client-3").run();
    }

    @TestFactory
    Stream<DynamicTest> theFeaturesOfTheOfficialClient(AppServer server) {
        return new NodeScript("socket-features.mjs", server.uri().toString()).run();
    }

    @TestFactory
    Stream<DynamicTest> theClientForPython(AppServer server) {
        String python = Tool.PYTHON.require().toString();
        List<String> command =
                List.of(python, "socketio_client.py", server.uri().toString());
        return new TapScript("python", command, line -> {}).run();
    }

    /** Whose WebSocket it is, where its close codes are not those of everybody. */
    String webSocketDialect() {
        return "";
    }
}
