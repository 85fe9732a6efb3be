package io.tidings.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LimitsTest {

    private static final long SECOND = 1_000_000_000L;

    @Test
    void aRateWindowAdmitsSoManyEventsInASecond() {
        RateWindow window = new RateWindow(3);
        long now = Long.MAX_VALUE - SECOND / 2;

        assertThat(window.admit(now)).isTrue();
        assertThat(window.admit(now)).isTrue();
        assertThat(window.admit(now + SECOND - 1)).isTrue();
        assertThat(window.admit(now + SECOND - 1)).isFalse();
        assertThat(window.admit(now + SECOND)).isTrue();
    }

    @Test
    void aRateWindowBeginsWithItsFirstEvent() {
        RateWindow window = new RateWindow(1);

        assertThat(window.admit(-5 * SECOND)).isTrue();
        assertThat(window.admit(-5 * SECOND)).isFalse();
        assertThat(window.admit(-4 * SECOND)).isTrue();
    }

    @Test
    void theNodesBytesAreReservedUpToTheirLimit() {
        QueuedBytes bytes = new QueuedBytes(100);

        assertThat(bytes.reserve(100)).isTrue();
        assertThat(bytes.reserve(1)).isFalse();
        assertThat(bytes.used()).isEqualTo(100);

        bytes.charge(10);
        assertThat(bytes.used()).isEqualTo(110);
        bytes.release(20);
        assertThat(bytes.reserve(10)).isTrue();
    }

    @Test
    void theWordsOfReasonsAreThoseOfTheReference() {
        assertThat(CloseReason.values())
                .extracting(CloseReason::words)
                .containsExactly(
                        "transport error",
                        "transport close",
                        "forced close",
                        "ping timeout",
                        "parse error",
                        "server shutting down",
                        "slow consumer",
                        "flooding",
                        "server overloaded");
    }

    @Test
    void theNamesOfTransportsAreThoseOfTheReference() {
        assertThat(TransportKind.POLLING.wireName()).isEqualTo("polling");
        assertThat(TransportKind.WEBSOCKET.wireName()).isEqualTo("websocket");
    }
}
