package io.tidings.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class OptionsTest {

    private final Properties given = new Properties();
    private final Options options = new Options(given);

    @Test
    void takesTheFirstOfSeveralByDefault() {
        assertThat(options.oneOf("websocket", List.of("upgrade", "endpoint"))).isEqualTo("upgrade");
    }

    @Test
    void refusesAnUnknownNameWithTheKnownOnes() {
        given.setProperty("bench", "speed");

        assertThatThrownBy(() -> options.oneOf("bench", List.of("echo", "idle")))
                .hasMessage("-Dbench=speed is not one of echo, idle");
    }

    @Test
    void takesAllByDefaultSomeWhenAskedAndNoneWhenToldSo() {
        List<String> peers = List.of("node", "bun", "netty");
        assertThat(options.someOf("peers", peers)).isEqualTo(peers);

        given.setProperty("peers", "netty,node");
        assertThat(options.someOf("peers", peers)).containsExactly("netty", "node");

        given.setProperty("peers", "none");
        assertThat(options.someOf("peers", peers)).isEmpty();
    }

    @Test
    void refusesAnUnknownNameAmongSeveral() {
        given.setProperty("peers", "node,deno");

        assertThatThrownBy(() -> options.someOf("peers", List.of("node", "bun")))
                .hasMessage("-Dpeers=node,deno is neither none nor some of node,bun");
    }

    @Test
    void readsSeconds() {
        given.setProperty("seconds", "7");

        assertThat(options.seconds("seconds", 5)).isEqualTo(Duration.ofSeconds(7));
        assertThat(options.seconds("warmup", 10)).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void refusesWhatIsNoNumber() {
        given.setProperty("rounds", "0");

        assertThatThrownBy(() -> options.number("rounds", 5)).hasMessage("-Drounds=0 is not a positive whole number");
    }
}
