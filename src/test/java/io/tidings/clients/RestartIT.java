package io.tidings.clients;

import io.tidings.server.AppServer;
import io.tidings.server.Launch;
import io.tidings.server.ServerKind;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** A client that lives longer than the server; the server here is restarted and therefore no other test's. */
class RestartIT {

    private AppServer server = ServerKind.underTest().start(Launch.of("bench"));

    @TestFactory
    Stream<DynamicTest> theOfficialClient() {
        return new NodeScript("restart.mjs", List.of(server.uri().toString()), this::restartWhenAsked).run();
    }

    private void restartWhenAsked(String line) {
        if (line.equals("# restart the server now")) {
            server.close();
            server = ServerKind.underTest().start(server.launch());
        }
    }

    @AfterEach
    void stop() {
        server.close();
    }
}
