package io.tidings.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.server.AppServer;
import io.tidings.server.OnServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The browser client, fetched from an application that carries the classes jar. */
@OnServer(app = "conformance")
class ClientFilesIT {

    private static final Path PACKAGE = Path.of("src/main/client/node_modules/socket.io-client");

    private final URI home;
    // One connection for all of a test: what is wrong with the length of one answer shows in the next.
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    ClientFilesIT(AppServer server) {
        home = server.uri().resolve("socket.io/");
    }

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
    void isThePackageOfNpmToTheLastByte(String name, String type) throws Exception {
        HttpResponse<byte[]> answer = get(name);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(packed(name));
        assertThat(header(answer, "Content-Type").replace(" ", "").toLowerCase(Locale.ROOT))
                .isEqualTo(type + ";charset=utf-8");
        assertThat(header(answer, "Content-Length")).isEqualTo(Integer.toString(answer.body().length));
        assertThat(header(answer, "Content-Encoding")).isEmpty();
        assertThat(header(answer, "Cache-Control")).isEqualTo("public, max-age=0");
        assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(answer, "Vary")).isEqualTo("Accept-Encoding");
        assertThat(header(answer, "Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(Files.readString(PACKAGE.resolve("package.json")))
                .contains("\"version\": " + header(answer, "ETag") + ",");
    }

    @ParameterizedTest
    @CsvSource({"'gzip, deflate, br, zstd', gzip", "deflate, deflate"})
    void isCompressedForThoseWhoUnderstand(String accepted, String encoding) throws Exception {
        HttpResponse<byte[]> answer = get("socket.io.js", "Accept-Encoding", accepted);

        assertThat(header(answer, "Content-Encoding")).isEqualTo(encoding);
        assertThat(header(answer, "Vary")).isEqualTo("Accept-Encoding");
        assertThat(answer.body()).hasSizeLessThan(packed("socket.io.js").length / 3);
        assertThat(header(answer, "Content-Length")).isEqualTo(Integer.toString(answer.body().length));
        assertThat(inflated(answer.body(), encoding)).isEqualTo(packed("socket.io.js"));
    }

    @Test
    void isNotSentAgainToThoseWhoHaveIt() throws Exception {
        String tag = header(get("socket.io.min.js"), "ETag");

        for (String known : new String[] {tag, "W/" + tag, "\"0\", " + tag, "*"}) {
            HttpResponse<byte[]> answer = get("socket.io.min.js", "If-None-Match", known);
            assertThat(answer.statusCode()).as(known).isEqualTo(304);
            assertThat(answer.body()).isEmpty();
            assertThat(header(answer, "ETag")).isEqualTo(tag);
            assertThat(header(answer, "Cache-Control")).isEqualTo("public, max-age=0");
            assertThat(header(answer, "Access-Control-Allow-Origin")).isEqualTo("*");
        }
        assertThat(get("socket.io.min.js", "If-None-Match", "\"0\"").statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"identity", "gzip"})
    void isDescribedWithoutBeingSent(String encoding) throws Exception {
        HttpResponse<byte[]> whole = get("socket.io.min.js", "Accept-Encoding", encoding);
        HttpResponse<byte[]> head = ask("HEAD", "socket.io.min.js", "Accept-Encoding", encoding);

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        for (String name : new String[] {"Content-Length", "Content-Type", "Content-Encoding", "ETag", "Vary"}) {
            assertThat(header(head, name)).as(name).isEqualTo(header(whole, name));
        }
    }

    @Test
    void doesNotDependOnTheQuery() throws Exception {
        assertThat(get("socket.io.js?v=1&file=socket.io.js.map").body()).isEqualTo(packed("socket.io.js"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "client.properties",
                "LICENSE",
                "socket.io.mjs",
                "SOCKET.IO.JS",
                "socket.io.js/",
                "socket.io.js/socket.io.js",
                "../socket.io.js",
                "../META-INF/tidings/client/client.properties"
            })
    void isAllThatThereIs(String name) throws Exception {
        assertThat(get(name).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"%2e%2e/WEB-INF/web.xml", "..%2fWEB-INF%2fweb.xml", "..%5cWEB-INF%5cweb.xml", "socket.io.js%00"})
    void leadsNowhereElse(String name) throws Exception {
        assertThat(get(name).statusCode()).isIn(400, 404);
    }

    @Test
    void answersPreflights() throws Exception {
        HttpResponse<byte[]> answer = ask("OPTIONS", "socket.io.js", "Origin", "https://a.example");

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(header(answer, "Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(header(answer, "Allow")).isEqualTo("GET, HEAD, OPTIONS");
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE"})
    void isThereToBeReadAlone(String method) throws Exception {
        HttpResponse<byte[]> answer = ask(method, "socket.io.js");

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(header(answer, "Allow")).isEqualTo("GET, HEAD, OPTIONS");
    }

    private HttpResponse<byte[]> get(String name, String... headers) throws IOException, InterruptedException {
        return ask("GET", name, headers);
    }

    private HttpResponse<byte[]> ask(String method, String name, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(home + name)).method(method, BodyPublishers.noBody());
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), BodyHandlers.ofByteArray());
    }

    private static String header(HttpResponse<?> answer, String name) {
        return String.join(", ", answer.headers().allValues(name));
    }

    private static byte[] packed(String name) throws IOException {
        return Files.readAllBytes(PACKAGE.resolve("dist").resolve(name));
    }

    private static byte[] inflated(byte[] body, String encoding) throws IOException {
        InputStream coded = new ByteArrayInputStream(body);
        try (InputStream plain =
                encoding.equals("gzip") ? new GZIPInputStream(coded) : new InflaterInputStream(coded)) {
            return plain.readAllBytes();
        }
    }
}
