package io.tidings.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.clients.PollingSession;
import io.tidings.server.OnServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.microshed.testing.ApplicationEnvironment;
import org.microshed.testing.jupiter.MicroShedTest;

/** What an HTTP client gets from the application that the build has started. */
@OnServer(app = "bench")
@ExtendWith(StartedServer.class)
@MicroShedTest
class HttpIT {

    private final URI root = URI.create(ApplicationEnvironment.Resolver.load().getApplicationURL() + "/")
            .normalize();
    private final URI engine = root.resolve("engine.io/");
    // What every client speaks; this one would try HTTP/2 by itself.
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Test
    void servesTheApplicationAtTheRoot() throws IOException, InterruptedException {
        HttpResponse<String> answer = answer("GET", root);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("Engine.IO echo");
    }

    @Test
    void opensASessionWithTheDefaultsOfTheReference() {
        HttpResponse<String> opening = PollingSession.open(engine).opening();

        assertThat(opening.body())
                .matches("0\\{\"sid\":\"[A-Za-z0-9_-]{20,}\",\"upgrades\":\\[\"websocket\"],"
                        + "\"pingInterval\":25000,\"pingTimeout\":20000,\"maxPayload\":1000000}");
        assertThat(opening.headers().firstValue("Content-Type").orElse("")).startsWith("text/plain");
        assertThat(opening.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(opening.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(opening.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
    }

    @Test
    void bringsWhatWasPostedBackInOneAnswer() {
        PollingSession session = PollingSession.open(engine);

        HttpResponse<String> post = session.post("4täglich\u001ebAQIDBA==\u001e4");
        assertThat(post.statusCode()).isEqualTo(200);
        assertThat(post.body()).isEqualTo("ok");
        assertThat(session.poll().body()).isEqualTo("4täglich\u001ebAQIDBA==\u001e4");
    }

    @Test
    void forgetsASessionThatTheClientCloses() {
        PollingSession session = PollingSession.open(engine);

        assertThat(session.post("1").body()).isEqualTo("ok");
        // one poll may have been sent before the close, and is answered as such
        assertThat(session.poll().body()).isEqualTo("6");
        assertThat(session.poll().body()).isEqualTo("{\"code\":1,\"message\":\"Session ID unknown\"}");
    }

    @Test
    void refusesABodyThatIsTooLargeAndKeepsTheSessionAsTheReferenceDoes() {
        PollingSession session = PollingSession.open(engine);

        assertThat(session.post("4".repeat(1_000_001)).statusCode()).isEqualTo(413);
        assertThat(session.ask("still here")).isEqualTo("still here");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, EIO=4, 0, Transport unknown",
        "GET, EIO=4&transport=pigeon, 0, Transport unknown",
        "GET, EIO=4&transport=Polling, 0, Transport unknown",
        "GET, EIO=4&transport=polling&sid=nobody, 1, Session ID unknown",
        "POST, EIO=4&transport=polling&sid=nobody, 1, Session ID unknown",
        "POST, EIO=4&transport=polling, 2, Bad handshake method",
        "PUT, EIO=4&transport=polling, 2, Bad handshake method",
        "GET, EIO=4&transport=websocket, 3, Bad request",
        "GET, EIO=3&transport=polling, 5, Unsupported protocol version",
        "GET, transport=polling, 5, Unsupported protocol version",
    })
    void refusesWithTheCodesOfTheReference(String method, String query, int code, String message)
            throws IOException, InterruptedException {
        HttpResponse<String> answer = answer(method, engine.resolve("?" + query));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/json");
        assertThat(answer.body()).isEqualTo("{\"code\":" + code + ",\"message\":\"" + message + "\"}");
    }

    private HttpResponse<String> answer(String method, URI uri) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(uri)
                .method(method, BodyPublishers.noBody())
                .build();
        return client.send(request, BodyHandlers.ofString());
    }
}
