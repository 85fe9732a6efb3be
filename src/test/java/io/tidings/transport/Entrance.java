package io.tidings.transport;

import io.tidings.api.HttpHandshake;
import io.tidings.api.spi.HandshakeCheck;
import io.tidings.api.spi.ResponseHeaders;
import io.tidings.engine.CloseReason;
import io.tidings.engine.EngineLink;
import io.tidings.engine.EngineUnderTest;
import io.tidings.engine.Transport;
import io.tidings.engine.TransportKind;
import io.tidings.transport.fakes.FakeRequest;
import io.tidings.transport.fakes.FakeResponse;
import io.tidings.transport.http.AnswerHeaders;
import io.tidings.transport.http.Compression;
import io.tidings.transport.http.EngineRequest;
import io.tidings.transport.http.Opening;
import io.tidings.transport.http.Origins;
import io.tidings.transport.http.SessionCookie;
import io.tidings.transport.http.WebSocketCarrier;
import io.tidings.transport.polling.PollingDoor;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A door with everything behind it, and the latest answer that came out of it. */
final class Entrance {

    static final String SITE = "https://a.example";

    private final RecordingCarrier carrier = new RecordingCarrier();
    private final EngineServlet servlet;
    private int requestsSeen;
    private FakeResponse answer = new FakeResponse();

    Entrance(EngineUnderTest test, HandshakeCheck... checks) {
        servlet = new EngineServlet(new EngineServlet.Parts(
                test.engine(),
                new Doorman(test.engine(), List.of(checks), Set.of()),
                new Origins(new Origins.Policy(
                        Set.of(SITE), List.of("GET", "POST"), List.of(), List.of(), false, -1, false)),
                new AnswerHeaders(List.of(new MarkingHeaders())),
                new SessionCookie(new SessionCookie.Attributes("", "/", "", "Lax", true, false, -1, false)),
                new PollingDoor(test.engine(), new Compression(false, 0), Duration.ofSeconds(10)),
                request -> requestsSeen++,
                () -> carrier));
    }

    /** Sends a request and returns status and body of what has been answered so far. */
    String ask(FakeRequest request) throws IOException {
        answer = new FakeResponse();
        servlet.service(request.http(), answer.http());
        return answer.status() + " " + answer.text();
    }

    /** Opens a session over long polling and returns its id. */
    String open() throws IOException {
        ask(FakeRequest.get("EIO=4&transport=polling"));
        return sid();
    }

    /** The id in the latest answer. */
    String sid() {
        return answer.text().replaceAll(".*\"sid\":\"([^\"]+)\".*", "$1");
    }

    /** How many requests the door has shown to whom it may concern. */
    int requestsSeen() {
        return requestsSeen;
    }

    FakeResponse answer() {
        return answer;
    }

    RecordingCarrier carrier() {
        return carrier;
    }

    private static final class MarkingHeaders implements ResponseHeaders {

        @Override
        public Map<String, String> initial(HttpHandshake handshake) {
            return Map.of("X-First", "1");
        }

        @Override
        public Map<String, String> every(HttpHandshake handshake) {
            return Map.of("X-Every", "1");
        }
    }

    /** Keeps what it is given until a test lets the connection stand. */
    static final class RecordingCarrier implements WebSocketCarrier {

        private final List<Opening> accepted = new ArrayList<>();
        private final List<SilentTransport> transports = new ArrayList<>();
        private boolean broken;

        /** Clients go away while they are answered. */
        void breakConnections() {
            broken = true;
        }

        @Override
        public String name() {
            return "recording";
        }

        @Override
        public void accept(EngineRequest request, HttpServletResponse response, Opening opening) throws IOException {
            if (broken) {
                throw new IOException("broken pipe");
            }
            accepted.add(opening);
        }

        List<Opening> accepted() {
            return accepted;
        }

        List<SilentTransport> transports() {
            return transports;
        }

        /** The connection of the request accepted last stands. */
        void connect() {
            accepted.get(accepted.size() - 1).over(this::connected);
        }

        private Transport connected(EngineLink link) {
            SilentTransport transport = new SilentTransport();
            transports.add(transport);
            return transport;
        }
    }

    /** A transport that only remembers why it was closed. */
    static final class SilentTransport implements Transport {

        private @Nullable CloseReason closeReason;

        Optional<CloseReason> closeReason() {
            return Optional.ofNullable(closeReason);
        }

        @Override
        public TransportKind kind() {
            return TransportKind.WEBSOCKET;
        }

        @Override
        public void flush() {
            // Says nothing.
        }

        @Override
        public boolean isWritable() {
            return false;
        }

        @Override
        public void resumeReading() {
            // Reads nothing.
        }

        @Override
        public void close(CloseReason reason) {
            closeReason = reason;
        }
    }
}
