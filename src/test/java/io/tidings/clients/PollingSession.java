package io.tidings.clients;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;

/** One session over long polling, with as little client as that takes: one request after the other, in one thread. */
public final class PollingSession {

    // What every client speaks; this one would try HTTP/2 by itself.
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final String SEPARATOR = "\u001e";

    private final URI address;
    private final HttpResponse<String> opening;
    private final Queue<String> messages = new ArrayDeque<>();

    private PollingSession(URI engine, HttpResponse<String> opening) {
        String body = opening.body();
        int start = body.indexOf("\"sid\":\"") + "\"sid\":\"".length();
        this.address = query(engine, "&sid=" + body.substring(start, body.indexOf('"', start)));
        this.opening = opening;
    }

    /** Opens a session at the address of an engine, such as http://localhost:8080/engine.io/. */
    public static PollingSession open(URI engine) {
        HttpResponse<String> opening = handshake(engine, "");
        if (opening.statusCode() != 200) {
            throw new IllegalStateException(opening.statusCode() + " " + opening.body());
        }
        return new PollingSession(engine, opening);
    }

    /** The answer to a handshake, whatever it says; {@code more} stands at the end of the query. */
    public static HttpResponse<String> handshake(URI engine, String more) {
        return exchange(HttpRequest.newBuilder(query(engine, more)));
    }

    private static URI query(URI engine, String more) {
        return engine.resolve("?EIO=4&transport=polling" + more);
    }

    /** The answer to the handshake. */
    public HttpResponse<String> opening() {
        return opening;
    }

    /** Sends packets as they are on the wire. */
    public HttpResponse<String> post(String payload) {
        return exchange(HttpRequest.newBuilder(address).POST(BodyPublishers.ofString(payload)));
    }

    /** Asks for packets; returns when the server has some. */
    public HttpResponse<String> poll() {
        return exchange(HttpRequest.newBuilder(address));
    }

    /** Sends a message and returns the next one that arrives. */
    public String ask(String message) {
        post("4" + message);
        return next();
    }

    private String next() {
        while (messages.isEmpty()) {
            for (String packet : List.of(poll().body().split(SEPARATOR, -1))) {
                take(packet);
            }
        }
        return messages.remove();
    }

    private void take(String packet) {
        if (packet.equals("2")) {
            post("3");
        } else if (packet.startsWith("4")) {
            messages.add(packet.substring(1));
        } else if (!packet.equals("6")) {
            throw new IllegalStateException("Not expected: " + packet);
        }
    }

    private static HttpResponse<String> exchange(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.timeout(Duration.ofSeconds(60)).build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException("No answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
