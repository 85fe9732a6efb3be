package io.tidings.transport.polling;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.engine.EngineLink;
import io.tidings.engine.EngineSession;
import io.tidings.engine.EngineUnderTest;
import io.tidings.transport.fakes.FakeRequest;
import io.tidings.transport.fakes.FakeResponse;
import io.tidings.transport.http.Compression;
import io.tidings.transport.http.EngineRequest;
import io.tidings.transport.http.HttpFault;
import java.io.IOException;
import java.time.Duration;

/** A client of long polling and the door it knocks at. */
final class PollingClient {

    static final Duration BODY_TIMEOUT = Duration.ofSeconds(10);
    private static final String QUERY = "EIO=4&transport=polling";

    private final PollingDoor door;
    private final EngineLink link;
    private final Exchange handshake;

    private PollingClient(PollingDoor door, EngineLink link, Exchange handshake) {
        this.door = door;
        this.link = link;
        this.handshake = handshake;
    }

    static PollingClient of(EngineUnderTest test) throws HttpFault {
        PollingDoor door = new PollingDoor(test.engine(), new Compression(true, 1_024), BODY_TIMEOUT);
        Exchange handshake = new Exchange(FakeRequest.get(QUERY));
        EngineSession[] opened = new EngineSession[1];
        door.open(
                EngineRequest.of(handshake.request().http()),
                handshake.response().http(),
                transports -> opened[0] = test.open(transports));
        EngineLink link = test.engine().find(opened[0].id().value()).orElseThrow();
        return new PollingClient(door, link, handshake);
    }

    /** A request with its answer. */
    record Exchange(FakeRequest request, FakeResponse response) {

        Exchange(FakeRequest request) {
            this(request, new FakeResponse());
        }

        boolean isAnswered() {
            return request.async().isCompleted();
        }

        /** The answer, which must be complete. */
        String answer() {
            assertThat(isAnswered()).isTrue();
            return response.status() + " " + response.text();
        }
    }

    EngineLink link() {
        return link;
    }

    EngineSession session() {
        return link.session();
    }

    Exchange handshake() {
        return handshake;
    }

    Exchange poll() throws HttpFault, IOException {
        return serve(FakeRequest.get(QUERY));
    }

    /** Sends a whole body at once. */
    Exchange post(String body) throws HttpFault, IOException {
        FakeRequest request = FakeRequest.post(QUERY);
        request.body().feed(body);
        request.body().end();
        return serve(request);
    }

    /** Begins to send a body. */
    Exchange beginPost(String body) throws HttpFault, IOException {
        FakeRequest request = FakeRequest.post(QUERY);
        request.body().feed(body);
        return serve(request);
    }

    Exchange serve(FakeRequest request) throws HttpFault, IOException {
        return serve(new Exchange(request));
    }

    Exchange serve(Exchange exchange) throws HttpFault, IOException {
        door.serve(
                EngineRequest.of(exchange.request().http()), exchange.response().http(), link);
        return exchange;
    }

    static FakeRequest postRequest() {
        return FakeRequest.post(QUERY);
    }

    static FakeRequest request(String method) {
        return FakeRequest.of(method, QUERY);
    }
}
