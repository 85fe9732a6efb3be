package io.tidings.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class EchoesTest {

    private final Payload payload = new Payload("4", 32, false);
    private final Score score = new Score();
    private final Echoes echoes = new Echoes(3, 2, payload, score);

    @Test
    void keepsNoMoreInFlightThanAskedFor() {
        echoes.send();
        assertThat(echoes.mayContinue()).isTrue();

        echoes.send();
        assertThat(echoes.mayContinue()).isFalse();
    }

    @Test
    void countsAnEchoThatIsRight() {
        returned(echoes.send());

        assertThat(score.latencies().getTotalCount()).isEqualTo(1);
        assertThat(echoes.missing()).isEqualTo(2);
    }

    @Test
    void refusesEchoesOutOfOrder() {
        echoes.send();
        int second = echoes.send();

        assertThatThrownBy(() -> returned(second))
                .hasMessageStartingWith("echo 0 of client 3 differs from what was sent: 4");
    }

    @Test
    void refusesTheEchoOfAnotherClient() {
        echoes.send();
        int foreign = new Echoes(4, 2, payload, score).send();

        assertThatThrownBy(() -> returned(foreign)).hasMessageContaining("client 3 differs");
    }

    @Test
    void refusesAnEchoThatCameTwice() {
        int stamp = echoes.send();
        returned(stamp);

        assertThatThrownBy(() -> returned(stamp)).hasMessage("an echo of nothing that was sent");
    }

    private void returned(int stamp) {
        ByteBuffer message = ByteBuffer.allocate(payload.length());
        payload.put(message, stamp);
        echoes.returned(message.array(), 0, payload.length());
    }
}
