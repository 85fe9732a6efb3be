package io.tidings.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How servers end, and that nothing of them stays. */
class ServerEndIT {

    /** What a JVM returns that ended by itself when told to by SIGTERM; one that had to be killed returns 137. */
    private static final int TERMINATED = 143;

    private final Launch launch = Launch.of("bench");

    @Test
    void stopsWhenAskedAndStartsAgainOnTheSamePort() throws InterruptedException {
        AppServer first = ServerKind.underTest().start(launch);
        first.close();
        assertThat(first.process().isAlive()).isFalse();
        assertThat(first.process().await()).as("an orderly end").isEqualTo(TERMINATED);

        try (AppServer second = ServerKind.underTest().start(first.launch())) {
            assertThat(second.process().isAlive()).isTrue();
            second.process().kill();
            assertThat(second.process().isAlive()).isFalse();
        }
    }

    @Test
    void reportsAServerThatDoesNotStart() {
        assertThatExceptionOfType(StartFailed.class)
                .isThrownBy(() -> ServerKind.underTest().start(launch.withJvmOptions("-XX:NoSuchOption")))
                .withMessageContaining("NoSuchOption");
    }

    @Test
    void reportsAnApplicationThatTheServerRefuses(@TempDir Path directory) throws IOException {
        Path broken = directory.resolve("broken.war");
        try (ZipOutputStream war = new ZipOutputStream(Files.newOutputStream(broken))) {
            war.putNextEntry(new ZipEntry("WEB-INF/web.xml"));
            war.write("<web-app><never-closed>".getBytes(UTF_8));
        }
        Launch refused = launch.serving(broken);

        assertThatExceptionOfType(StartFailed.class)
                .isThrownBy(() -> ServerKind.underTest().start(refused))
                .withMessageContaining("refused");
    }
}
