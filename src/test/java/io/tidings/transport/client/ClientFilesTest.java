package io.tidings.transport.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ClientFilesTest {

    /** Where the build has put what came from npm. */
    private static final Path PACKAGE = Path.of("src/main/client/node_modules/socket.io-client");

    private final ClientFiles files = ClientFiles.ofThisJar();

    @Test
    void areThoseOfThePackageToTheLastByte() throws IOException {
        try (Stream<Path> dist = Files.list(PACKAGE.resolve("dist"))) {
            assertThat(dist).extracting(file -> file.getFileName().toString()).hasSameElementsAs(files.names());
        }
        for (String name : files.names()) {
            assertThat(files.named(name).orElseThrow().in(null))
                    .as(name)
                    .isEqualTo(Files.readAllBytes(PACKAGE.resolve("dist").resolve(name)));
        }
    }

    @Test
    void areOfTheVersionThatTheirTagNames() throws IOException {
        assertThat(Files.readString(PACKAGE.resolve("package.json"))).contains("\"version\": " + files.tag() + ",");
        assertThat(files.named("socket.io.min.js").orElseThrow().in(null))
                .asString(StandardCharsets.UTF_8)
                .contains("Socket.IO v" + files.tag().value() + "\n");
    }

    @Test
    void areNoOthers() {
        assertThat(files.named("client.properties")).isEmpty();
        assertThat(files.named("LICENSE")).isEmpty();
        assertThat(files.named("")).isEmpty();
    }

    @Test
    void haveTheirLicenceBesideThem() throws IOException {
        try (InputStream licence = ClientFiles.class.getResourceAsStream("/META-INF/tidings/client/LICENSE")) {
            assertThat(licence).isNotNull().hasBinaryContent(Files.readAllBytes(PACKAGE.resolve("LICENSE")));
        }
    }

    @Test
    void areMissedAtTheStartWhereTheJarLacksThem() {
        assertThatIllegalStateException()
                .isThrownBy(() -> new ClientFiles("/META-INF/nowhere/"))
                .withMessage("The jar of Tidings lacks /META-INF/nowhere/client.properties;"
                        + " take it as it was built, or set tidings.serve-client to false.");
    }

    @Test
    void areCompressedOnce() {
        ClientFile file = files.named("socket.io.js").orElseThrow();

        assertThat(file.in("gzip")).hasSizeLessThan(file.in(null).length / 3).isSameAs(file.in("gzip"));
        assertThat(file.in("deflate")).isNotEqualTo(file.in("gzip")).isSameAs(file.in("deflate"));
        assertThat(file.in(null)).isSameAs(file.in(null));
    }
}
