package io.tidings.clients;

import static org.assertj.core.api.Assertions.assertThat;

import io.socket.client.Socket;
import io.tidings.clients.JavaClient.Way;
import io.tidings.server.AppServer;
import io.tidings.server.Launch;
import io.tidings.server.ServerKind;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Clients that live longer than the server; the server here is restarted and therefore no other test's. */
class RestartIT {

    private AppServer server = ServerKind.underTest()
            .start(Launch.of("conformance")
                    .with("tidings.ping-interval", "1s")
                    .with("tidings.ping-timeout", "20s")
                    .with("tidings.connect-timeout", "20s"));

    @TestFactory
    Stream<DynamicTest> theOfficialClients() {
        return new NodeScript("restart.mjs", List.of(server.uri().toString()), this::restartWhenAsked).run();
    }

    @Test
    void theJavaClient() {
        try (JavaClient client = JavaClient.connected(server.uri(), "/clients", Way.UPGRADE.options())) {
            String before = client.id();
            restart();
            client.next(Socket.EVENT_CONNECT);
            assertThat(client.id()).isNotEqualTo(before);
            assertThat(client.ask("acknowledge", "after")).containsExactly("after");
        }
    }

    private void restartWhenAsked(String line) {
        if (line.equals("# restart the server now")) {
            restart();
        }
    }

    private void restart() {
        server.close();
        server = ServerKind.underTest().start(server.launch());
    }

    @AfterEach
    void stop() {
        server.close();
    }
}
