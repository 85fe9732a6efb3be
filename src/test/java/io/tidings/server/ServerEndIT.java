package io.tidings.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** How servers end, and that nothing of them stays. */
class ServerEndIT {

    private final Launch launch = Launch.of("bench");

    @Test
    void stopsWhenAskedAndStartsAgainOnTheSamePort() {
        AppServer first = ServerKind.underTest().start(launch);
        first.close();
        assertThat(first.process().isAlive()).isFalse();

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
    void reportsAnApplicationThatTheServerRefuses() {
        Launch broken = new Launch(
                Path.of("pom.xml").toAbsolutePath(),
                launch.port(),
                launch.properties(),
                launch.jvmOptions(),
                launch.prefix());

        assertThatExceptionOfType(StartFailed.class)
                .isThrownBy(() -> ServerKind.underTest().start(broken))
                .withMessageContaining("refused");
    }
}
