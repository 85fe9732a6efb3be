package io.tidings.protocol.engineio;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class GreetingTest {

    @Test
    void tellsTheClientWhatTheReferenceTells() {
        Greeting greeting =
                new Greeting("a-Z_9", List.of("websocket"), Duration.ofSeconds(25), Duration.ofSeconds(20), 1_000_000);

        assertThat(greeting.packet().type()).isEqualTo(PacketType.OPEN);
        assertThat(greeting.packet().data().toUtf8String())
                .isEqualTo("{\"sid\":\"a-Z_9\",\"upgrades\":[\"websocket\"],\"pingInterval\":25000,"
                        + "\"pingTimeout\":20000,\"maxPayload\":1000000}");
    }

    @Test
    void offersNoUpgradeWhereThereIsNone() {
        Greeting greeting = new Greeting("s", List.of(), Duration.ofMillis(300), Duration.ofMillis(200), 64);

        assertThat(greeting.packet().data().toUtf8String()).contains("\"upgrades\":[],\"pingInterval\":300,");
    }
}
