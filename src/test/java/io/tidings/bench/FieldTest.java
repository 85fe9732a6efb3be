package io.tidings.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.bench.load.Mode;
import io.tidings.server.ServerKind;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class FieldTest {

    private final Properties given = new Properties();
    private final Field field = new Field(new Options(given), ServerKind.WILDFLY);

    @Test
    void measuresSocketIoBesideAllPeers() {
        assertThat(labels(field.ofSocketIo()))
                .containsExactly(
                        "Tidings, wildfly, upgrade", "socket.io, Node.js", "socket.io, Bun engine", "netty-socketio");
    }

    @Test
    void measuresBesideThePeersAndTheLimitThatWereAskedFor() {
        given.setProperty("peers", "bun");
        given.setProperty("limit", "/usr/local/bin/limit");

        assertThat(labels(field.ofSocketIo()))
                .containsExactly("Tidings, wildfly, upgrade", "socket.io, Bun engine", "C limit");
    }

    @Test
    void measuresBesideAnotherBuildInsteadOfThePeers() {
        given.setProperty("against", "before.war");

        assertThat(labels(field.ofSocketIo())).containsExactly("Tidings, wildfly, upgrade", "before.war");
        assertThat(labels(field.ofEngineIo())).containsExactly("Tidings, wildfly, upgrade", "before.war");
        assertThat(labels(field.ofHeaps())).containsExactly("Tidings, wildfly, upgrade", "before.war");
    }

    @Test
    void looksIntoTheHeapOfJvmsOnly() {
        assertThat(labels(field.ofHeaps())).containsExactly("Tidings, wildfly, upgrade", "netty-socketio");
    }

    @Test
    void sendsAnotherEventToTidingsAlone() {
        given.setProperty("event", "echo-later");

        assertThat(field.ofSocketIo().stream().map(subject -> subject.event(Mode.ACK)))
                .containsExactly("echo-later", "echo", "echo", "echo");
    }

    private static List<String> labels(List<Subject> subjects) {
        return subjects.stream().map(Subject::label).toList();
    }
}
