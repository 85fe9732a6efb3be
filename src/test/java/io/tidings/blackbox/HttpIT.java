package io.tidings.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.server.OnServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.microshed.testing.ApplicationEnvironment;
import org.microshed.testing.jupiter.MicroShedTest;

/** What an HTTP client gets from the application that the build has started. */
@OnServer(app = "conformance")
@ExtendWith(StartedServer.class)
@MicroShedTest
class HttpIT {

    private final URI root = URI.create(ApplicationEnvironment.Resolver.load().getApplicationURL() + "/")
            .normalize();
    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void servesTheApplicationAtTheRoot() throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(HttpRequest.newBuilder(root).build(), BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("Engine.IO echo");
    }
}
