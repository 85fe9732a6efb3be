package io.tidings.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlanTest {

    @Test
    void takesTheLoadOfTheTargetsByDefault() {
        assertThat(Plan.of().shape()).isEqualTo(new Shape(100, 100, 32, false, ""));
    }

    @Test
    void takesWhatIsGiven() {
        Plan plan = Plan.of("mode=polling-echo", "clients=7", "warmup=0.5", "path=/echo");

        assertThat(plan.mode()).isEqualTo(Mode.POLLING_ECHO);
        assertThat(plan.shape().clients()).isEqualTo(7);
        assertThat(plan.span().warmUp()).isEqualTo(Duration.ofMillis(500));
        assertThat(plan.target().path()).isEqualTo("/echo");
    }

    @Test
    void takesFromTheModeWhatIsNotGiven() {
        Plan broadcast = Plan.of("mode=bcast");

        assertThat(broadcast.target().path()).isEqualTo("/socket.io/");
        assertThat(broadcast.shape()).isEqualTo(new Shape(1000, 1000, 32, false, "bcast"));
        assertThat(Plan.of("mode=ack").shape()).isEqualTo(new Shape(100, 100, 32, false, "echo"));
        assertThat(Plan.of("mode=ack", "event=ask").shape().event()).isEqualTo("ask");
        assertThat(Plan.of("mode=raw").target().path()).isEqualTo("/echo");
        assertThat(Plan.of().target().path()).isEqualTo("/engine.io/");
    }

    @ParameterizedTest
    @CsvSource({
        "clients=0, clients=0 must be positive",
        "audience=101, audience=101 must be some of the clients",
        "inflight=0, inflight=0 must be positive",
        "rate=-1, rate=-1 must not be negative",
        "'port=1,two', 'port=1,two is not a list of whole numbers'",
        "clients=many, clients=many is not a whole number",
        "mode=fast, 'mode=fast is not one of echo, raw, idle, connect, park, polling-echo, ack, bcast'",
        "'event=a\"', 'event=a\" has other characters than letters, digits, - and _'",
        "warmup=soon, warmup=soon is not a number of seconds",
        "clients, 'clients: expected name=value with a name of'",
        "speed=11, 'speed=11: expected name=value with a name of'"
    })
    void refusesAWordWithAReason(String word, String reason) {
        assertThatThrownBy(() -> Plan.of(word)).hasMessageStartingWith(reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"polling-echo", "ack", "bcast"})
    void refusesBinaryMessagesWhereThereAreNone(String mode) {
        assertThatThrownBy(() -> Plan.of("mode=" + mode, "binary=true"))
                .hasMessage("binary=true needs Engine.IO over WebSocket");
    }
}
