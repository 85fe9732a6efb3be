package io.tidings.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.socket.client.IO;
import io.socket.client.Socket;
import io.tidings.clients.JavaClient.Way;
import io.tidings.server.AppServer;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeoutException;
import org.json.JSONArray;
import org.json.JSONException;
import org.json.JSONObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the Java client does with a server, whichever way that carries WebSocket. */
abstract class JavaClients {

    private static final String AWKWARD = "täglich 消息 📯 \u0000 \u2028 \"quoted\" \\ 4 b";

    private final URI server;

    JavaClients(AppServer server) {
        this.server = server.uri();
    }

    private JavaClient connected(Way way) {
        return JavaClient.connected(server, "/clients", way.options());
    }

    /** The server sends the values back in an event and in an acknowledgement, and takes them as an acknowledgement. */
    private static void echoes(JavaClient client, Object... values) {
        client.emit("echo", values);
        assertSame(client.next("echo"), values);
        assertSame(client.ask("acknowledge", values), values);
        List<Object> question = new ArrayList<>(List.of(JavaClient.PATIENCE.toMillis()));
        question.addAll(List.of(values));
        List<Object> outcome = client.ask("ask", question.toArray());
        assertThat(outcome.get(0)).isEqualTo("answered");
        assertSame(outcome.subList(1, outcome.size()), values);
    }

    private static void assertSame(List<Object> actual, Object... expected) {
        assertThat(actual).hasSameSizeAs(expected);
        for (int i = 0; i < expected.length; i++) {
            if (expected[i] instanceof byte[] bytes) {
                assertThat((byte[]) actual.get(i)).isEqualTo(bytes);
            } else {
                // JSON's null arrives as one or the other
                assertThat(String.valueOf(actual.get(i))).isEqualTo(expected[i].toString());
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void exchangesValuesInEventsAndAcknowledgements(Way way) throws JSONException {
        try (JavaClient client = connected(way)) {
            echoes(client, "");
            echoes(client, AWKWARD, 0, -1.5, 1L << 53, true, false, JSONObject.NULL);
            echoes(client, new JSONObject().put("deep", new JSONArray("[1,[2,[3,{}]],[]]")));
        }
    }

    @ParameterizedTest
    @EnumSource
    void exchangesBinaryInEventsAndAcknowledgements(Way way) throws JSONException {
        try (JavaClient client = connected(way)) {
            for (int size : new int[] {0, 1, 2, 3, 56, 57, 58, 1000}) {
                echoes(client, random(size), "between", random(size));
            }
            byte[] inside = random(100);
            JSONObject nested =
                    new JSONObject().put("a", new JSONArray().put(inside)).put("text", AWKWARD);
            JSONObject back = (JSONObject) client.ask("acknowledge", nested).get(0);
            assertThat((byte[]) back.getJSONArray("a").get(0)).isEqualTo(inside);
            assertThat(back.get("text")).isEqualTo(AWKWARD);
        }
    }

    @ParameterizedTest
    @EnumSource
    void exchangesLargeMessages(Way way) {
        try (JavaClient client = connected(way)) {
            echoes(client, "x".repeat(900_000));
            echoes(client, random(way == Way.POLLING ? 650_000 : 900_000));
        }
    }

    private static byte[] random(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }

    @ParameterizedTest
    @EnumSource
    void keepsTheOrderOfMessages(Way way) {
        try (JavaClient client = connected(way)) {
            for (int i = 0; i < 500; i++) {
                client.emit("echo", i);
            }
            for (int i = 0; i < 500; i++) {
                assertThat(client.next("echo")).containsExactly(i);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void isCarriedByWhatItWants(Way way) {
        try (JavaClient client = connected(way)) {
            while (!client.ask("transport").equals(List.of(way.transport()))) {
                client.ask("acknowledge");
            }
            echoes(client, "still here");
        }
    }

    @ParameterizedTest
    @EnumSource
    void tellsWhoItIsAndWhatElseItHas(Way way) throws JSONException {
        IO.Options options = way.options();
        options.auth = Map.of("token", "secret");
        options.extraHeaders = Map.of("X-Tidings-Test", List.of("from Java"));
        options.query = "colour=dark%20blue";
        try (JavaClient client = JavaClient.connected(server, "/clients/guarded", options)) {
            assertThat(client.next("welcome")).hasToString("[{\"token\":\"secret\"}, anna]");
            JSONObject seen =
                    (JSONObject) client.in("/clients").ask("handshake").get(0);
            assertThat(seen.get("header")).isEqualTo("from Java");
            assertThat(seen.get("colour")).isEqualTo("dark blue");
        }
    }

    @ParameterizedTest
    @EnumSource
    void hearsWhyItIsNotLetIn(Way way) throws JSONException {
        IO.Options options = way.options();
        options.auth = Map.of("token", "wrong");
        try (JavaClient client = JavaClient.of(server, "/clients/guarded", options)) {
            JSONObject error =
                    (JSONObject) client.next(Socket.EVENT_CONNECT_ERROR).get(0);
            assertThat(error.get("message")).isEqualTo("not authorized");
            assertThat(error.getJSONObject("data").get("given")).isEqualTo("wrong");
        }
        try (JavaClient client = JavaClient.of(server, "/clients/nowhere", way.options())) {
            JSONObject error =
                    (JSONObject) client.next(Socket.EVENT_CONNECT_ERROR).get(0);
            assertThat(error.get("message")).isEqualTo("Invalid namespace");
        }
    }

    @ParameterizedTest
    @EnumSource
    void isInSeveralNamespacesOverOneConnection(Way way) {
        try (JavaClient client = connected(way);
                JavaClient one = client.in("/clients/board-1");
                JavaClient other = client.in("/clients/board-22")) {
            assertThat(List.of(client.id(), one.id(), other.id())).doesNotHaveDuplicates();
            assertThat(one.next("board")).containsExactly("/clients/board-1");
            other.emit("tell", "hello");
            assertThat(other.next("told")).containsExactly("hello");
            one.leave();
            echoes(client, "still here");
        }
    }

    @ParameterizedTest
    @EnumSource
    void isNotAcknowledgedForEver(Way way) {
        try (JavaClient client = connected(way)) {
            assertThatThrownBy(() -> client.ask(Duration.ofMillis(300), "ignore"))
                    .hasCauseInstanceOf(TimeoutException.class);
            echoes(client, "still here");
        }
    }

    @ParameterizedTest
    @EnumSource
    void tellsBothSidesWhyTheyPart(Way way) {
        try (JavaClient witness = connected(Way.WEBSOCKET)) {
            witness.ask("watch");
            JavaClient leaving = connected(way);
            String gone = leaving.id();
            leaving.leave();
            assertThat(leaving.next(Socket.EVENT_DISCONNECT)).containsExactly("io client disconnect");
            assertThat(nextOf(witness, gone)).containsExactly(gone, "client namespace disconnect");
            try (JavaClient kicked = connected(way)) {
                gone = kicked.id();
                kicked.emit("kick", true);
                assertThat(kicked.next(Socket.EVENT_DISCONNECT)).containsExactly("io server disconnect");
                assertThat(nextOf(witness, gone)).containsExactly(gone, "server namespace disconnect");
            }
        }
    }

    /** What a witness hears of one socket's end, whatever it hears of those of other tests, which the server finds out now. */
    private static List<Object> nextOf(JavaClient witness, String id) {
        List<Object> heard = witness.next("left");
        while (!heard.get(0).equals(id)) {
            heard = witness.next("left");
        }
        return heard;
    }

    @Test
    void staysAliveOverSeveralHeartbeats() throws InterruptedException {
        try (JavaClient one = connected(Way.POLLING);
                JavaClient other = connected(Way.WEBSOCKET)) {
            Thread.sleep(3000);
            echoes(one, "still here");
            echoes(other, "still here");
        }
    }
}
