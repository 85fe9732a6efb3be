package io.tidings.clients;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import io.socket.client.IO;
import io.socket.client.Socket;
import io.tidings.guide.Teams;
import io.tidings.server.AppServer;
import io.tidings.server.Launch;
import io.tidings.server.ServerKind;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.jboss.shrinkwrap.api.Filters;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.json.JSONObject;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The code that the README and the guide print, as one application that real clients talk to. */
class GuideIT {

    private static final String TOKEN_KEY = "a key for tests that is long enough for HS256";
    private static final Pattern JAVA = Pattern.compile("(?ms)^```java\\n(.*?)^```$");
    private static final File JAR = new File("target/tidings-classes.jar");
    private static final int LINES_OF_THE_CHAT = 15;

    private static AppServer server;

    @BeforeAll
    static void start(@TempDir Path directory) throws IOException {
        Path war = directory.resolve("guide.war");
        ShrinkWrap.create(WebArchive.class)
                .addPackages(false, Filters.exclude(".*Test\\.class"), Teams.class.getPackageName())
                .addAsWebInfResource(chatOfTheReadme(directory), "classes/Chat.class")
                .addAsLibrary(JAR, "tidings.jar")
                .addAsWebResource(new StringAsset("<!doctype html><title>Guide</title>"), "index.html")
                .addAsWebInfResource(new File("src/apps/common/WEB-INF/jboss-web.xml"))
                .addAsWebInfResource(new File("src/apps/common/WEB-INF/glassfish-web.xml"))
                .as(ZipExporter.class)
                .exportTo(war.toFile());
        server = ServerKind.underTest().start(Launch.of(war).with("shop.token-key", TOKEN_KEY));
    }

    @TestFactory
    Stream<DynamicTest> theOfficialClient() {
        return new NodeScript("guide.mjs", server.uri().toString(), TOKEN_KEY).run();
    }

    @Test
    void theJavaClient() {
        Socket shop = IO.socket(server.uri().resolve("shop"));
        CompletableFuture<Object> thanks = new CompletableFuture<>();
        JSONObject order = new JSONObject(Map.of("article", "pen", "count", 2));
        shop.connect().emit("order by hand", new Object[] {order}, answer -> thanks.complete(answer[0]));

        assertThat(thanks).succeedsWithin(ofSeconds(20)).isEqualTo("thank you");
        shop.disconnect();
    }

    /** The first Java that the README prints, compiled as it stands there. */
    private static File chatOfTheReadme(Path directory) throws IOException {
        String code = JAVA.matcher(Files.readString(Path.of("README.md")))
                .results()
                .findFirst()
                .map(fence -> fence.group(1))
                .orElseThrow();
        assertThat(code.lines()).hasSizeLessThanOrEqualTo(LINES_OF_THE_CHAT);
        Path source = Files.writeString(directory.resolve("Chat.java"), code);
        int status = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-cp", JAR.toString(), "-proc:none", source.toString());
        assertThat(status).isZero();
        return directory.resolve("Chat.class").toFile();
    }

    @AfterAll
    static void stop() {
        server.close();
    }
}
