package io.tidings.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** That the servers of the tests do what their methods say, for everything else relies on it. */
@OnServer(app = "bench")
class AppServerIT {

    private final AppServer server;

    AppServerIT(AppServer server) {
        this.server = server;
    }

    @Test
    void answersAtItsRoot() throws IOException {
        assertThat(status(server)).isEqualTo(200);
    }

    @Test
    void looksIntoTheRunningJvm() {
        Probe probe = server.process().probe();

        assertThat(probe.threads("")).isGreaterThan(10);
        assertThat(probe.threads("no thread is called so")).isZero();
        assertThat(probe.instances("java.lang.String")).isGreaterThan(1_000);
        assertThat(probe.liveHeap()).isGreaterThan(probe.bytes("java.lang.String"));
        assertThat(probe.openFiles()).isPositive();
        assertThat(probe.cpu()).isPositive();
    }

    @Test
    void answersAgainAfterRedeployment() throws IOException {
        server.redeploy();

        assertThat(status(server)).isEqualTo(200);
    }

    @Test
    void takesTheApplicationOutAndPutsItBack() throws IOException {
        String page = page(server);

        server.undeploy();
        assertThat(page(server)).isNotEqualTo(page);

        server.redeploy();
        assertThat(page(server)).isEqualTo(page);
    }

    private static int status(AppServer server) throws IOException {
        return connection(server).getResponseCode();
    }

    private static String page(AppServer server) throws IOException {
        HttpURLConnection connection = connection(server);
        return connection.getResponseCode() == 200
                ? new String(connection.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                : "";
    }

    private static HttpURLConnection connection(AppServer server) throws IOException {
        return (HttpURLConnection) server.uri().toURL().openConnection();
    }
}
