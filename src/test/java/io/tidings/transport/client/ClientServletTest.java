package io.tidings.transport.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.transport.fakes.FakeRequest;
import io.tidings.transport.fakes.FakeResponse;
import io.tidings.transport.http.Origins;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientServletTest {

    private static final String SITE = "https://a.example";

    private final ClientFiles files = ClientFiles.ofThisJar();
    private final ClientServlet servlet = new ClientServlet(
            files,
            new Origins(new Origins.Policy(Set.of(SITE), List.of("GET"), List.of(), List.of(), false, -1, false)));
    private final FakeResponse answer = new FakeResponse();

    @ParameterizedTest
    @CsvSource({
        "socket.io.js, application/javascript",
        "socket.io.min.js, application/javascript",
        "socket.io.esm.min.js, application/javascript",
        "socket.io.msgpack.min.js, application/javascript",
        "socket.io.js.map, application/json",
        "socket.io.min.js.map, application/json",
        "socket.io.esm.min.js.map, application/json",
        "socket.io.msgpack.min.js.map, application/json"
    })
    void sendsEachFile(String name, String type) throws IOException {
        FakeRequest request = get(name);

        servlet.service(request.http(), answer.http());

        assertThat(request.async().isCompleted()).isTrue();
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers())
                .containsEntry("Content-Type", type + "; charset=utf-8")
                .containsEntry("Content-Length", Integer.toString(answer.body().size()))
                .containsEntry("Cache-Control", "public, max-age=0")
                .containsEntry("ETag", files.tag().toString())
                .containsEntry("X-Content-Type-Options", "nosniff")
                .doesNotContainKey("Content-Encoding");
        assertThat(answer.decoded()).isEqualTo(file(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "deflate"})
    void compressesForThoseWhoUnderstand(String encoding) throws IOException {
        servlet.service(get("socket.io.js").header("Accept-Encoding", encoding).http(), answer.http());

        assertThat(answer.headers())
                .containsEntry("Content-Encoding", encoding)
                .containsEntry("Content-Length", Integer.toString(answer.body().size()));
        assertThat(answer.decoded()).isEqualTo(file("socket.io.js"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "gzip"})
    void tellsCachesOnWhatTheAnswerDepends(String accepted) {
        servlet.service(get("socket.io.js").header("Accept-Encoding", accepted).http(), answer.http());

        assertThat(answer.header("Vary")).isEqualTo("Origin, Accept-Encoding");
    }

    @Test
    void sendsNothingToThoseWhoHaveItAlready() {
        FakeRequest request = get("socket.io.js").header("If-None-Match", "W/" + files.tag());

        servlet.service(request.http(), answer.http());

        assertThat(answer.status()).isEqualTo(304);
        assertThat(answer.headers())
                .containsEntry("ETag", files.tag().toString())
                .containsEntry("Cache-Control", "public, max-age=0")
                .containsEntry("Vary", "Origin, Accept-Encoding")
                .doesNotContainKeys("Content-Type", "Content-Length");
        assertThat(answer.body().writes()).isZero();
        assertThat(request.isAsync()).isFalse();
    }

    @Test
    void sendsTheFileToThoseWhoHaveAnotherVersion() throws IOException {
        servlet.service(get("socket.io.js").header("If-None-Match", "\"4.0.0\"").http(), answer.http());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.decoded()).isEqualTo(file("socket.io.js"));
    }

    @Test
    void describesAFileWithoutSendingIt() {
        FakeRequest request = request("HEAD", "socket.io.js");

        servlet.service(request.http(), answer.http());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers())
                .containsEntry("Content-Length", Integer.toString(file("socket.io.js").length))
                .containsEntry("Content-Type", "application/javascript; charset=utf-8")
                .containsEntry("ETag", files.tag().toString());
        assertThat(answer.body().writes()).isZero();
        assertThat(request.isAsync()).isFalse();
    }

    @Test
    void letsPagesOfListedSitesReadWhatItSends() {
        servlet.service(get("socket.io.js").header("Origin", SITE).http(), answer.http());
        assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo(SITE);

        FakeResponse toOthers = new FakeResponse();
        servlet.service(
                get("socket.io.js").header("Origin", "https://b.example").http(), toOthers.http());
        assertThat(toOthers.headers()).doesNotContainKey("Access-Control-Allow-Origin");
        assertThat(toOthers.status()).isEqualTo(200);
    }

    @Test
    void answersPreflights() {
        servlet.service(
                request("OPTIONS", "socket.io.js").header("Origin", SITE).http(), answer.http());

        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.headers())
                .containsEntry("Allow", "GET, HEAD, OPTIONS")
                .containsEntry("Access-Control-Allow-Methods", "GET");
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "TRACE", "PATCH", "get"})
    void refusesOtherMethods(String method) {
        servlet.service(request(method, "socket.io.js").http(), answer.http());

        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.headers()).containsExactlyEntriesOf(Map.of("Allow", "GET, HEAD, OPTIONS"));
        assertThat(answer.body().writes()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"LICENSE", "client.properties", "socket.io.mjs", "SOCKET.IO.JS", "", "socket.io.js/..", "%2e"})
    void knowsNoOtherNames(String name) {
        servlet.service(get(name).http(), answer.http());

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.text()).isEmpty();
    }

    @Test
    void waitsForNoClient() throws IOException {
        FakeRequest request = get("socket.io.js.map");
        answer.body().room(0);

        servlet.service(request.http(), answer.http());
        assertThat(request.async().isCompleted()).isFalse();

        answer.body().drain(Integer.MAX_VALUE);
        assertThat(request.async().isCompleted()).isTrue();
        assertThat(answer.decoded()).isEqualTo(file("socket.io.js.map"));
    }

    @Test
    void doesNotMindAClientThatLeaves() {
        FakeRequest request = get("socket.io.js.map");
        answer.body().room(0);
        servlet.service(request.http(), answer.http());

        answer.body().fail();

        assertThat(request.async().isCompleted()).isTrue();
    }

    @Test
    void servesScriptsThatNameTheirOwnMaps() {
        for (String name :
                files.names().stream().filter(name -> name.endsWith(".js")).toList()) {
            assertThat(file(name)).asString(UTF_8).contains("//# sourceMappingURL=" + name + ".map");
        }
    }

    private byte[] file(String name) {
        return files.named(name).orElseThrow().in(null);
    }

    private static FakeRequest get(String name) {
        return request("GET", name);
    }

    private static FakeRequest request(String method, String name) {
        return FakeRequest.of(method, "v=1&file=../../WEB-INF/web.xml").at("/socket.io/" + name);
    }
}
