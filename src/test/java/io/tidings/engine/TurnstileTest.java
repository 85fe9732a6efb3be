package io.tidings.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.engine.EngineUnderTest.Wired;
import io.tidings.schedule.ManualTime;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TurnstileTest {

    private static final String ADDRESS = "192.0.2.1";
    private static final String OTHER = "192.0.2.2";
    private static final Duration SECOND = Duration.ofMillis(1_050);

    private final ManualTime time = new ManualTime();

    @AfterEach
    void leavesNoTimer() {
        time.advance(Duration.ofSeconds(3));
        assertThat(time.deadlines().pending()).isZero();
    }

    @Test
    void admitsSoManyHandshakesOfAnAddressInASecond() {
        Turnstile turnstile = with(3, 0, 0);

        for (int i = 0; i < 3; i++) {
            assertThat(turnstile.admits(ADDRESS)).isTrue();
        }
        assertThat(turnstile.admits(ADDRESS)).isFalse();
        assertThat(turnstile.admits(OTHER)).isTrue();

        time.advance(SECOND);
        assertThat(turnstile.admits(ADDRESS)).isTrue();
    }

    @Test
    void admitsSoManySessionsOfAnAddress() {
        Turnstile turnstile = with(0, 2, 0);
        turnstile.entered(ADDRESS);
        assertThat(turnstile.admits(ADDRESS)).isTrue();
        turnstile.entered(ADDRESS);

        assertThat(turnstile.admits(ADDRESS)).isFalse();
        assertThat(turnstile.admits(OTHER)).isTrue();

        time.advance(SECOND);
        assertThat(turnstile.admits(ADDRESS)).isFalse();

        turnstile.left(ADDRESS);
        assertThat(turnstile.admits(ADDRESS)).isTrue();
        turnstile.left(ADDRESS);
    }

    @Test
    void admitsSoManySessionsAltogether() {
        Turnstile turnstile = with(0, 0, 2);
        turnstile.entered(ADDRESS);
        turnstile.entered(OTHER);

        assertThat(turnstile.admits("192.0.2.3")).isFalse();
        assertThat(turnstile.openSessions()).isEqualTo(2);

        turnstile.left(OTHER);
        assertThat(turnstile.admits("192.0.2.3")).isTrue();
        turnstile.left(ADDRESS);
    }

    @Test
    void knowsNoLimitWhereItIsZero() {
        Turnstile turnstile = with(0, 0, 0);
        for (int i = 0; i < 1_000; i++) {
            assertThat(turnstile.admits(ADDRESS)).isTrue();
            turnstile.entered(ADDRESS);
        }

        assertThat(turnstile.openSessions()).isEqualTo(1_000);
    }

    @ParameterizedTest
    @CsvSource({
        "2001:db8:1:2::1, 2001:db8:1:2:ffff:ffff:ffff:ffff, true",
        "2001:db8:1:2::1, 2001:DB8:0001:0002:0:0:0:2, true",
        "2001:db8:1:2::1, 2001:db8:1:3::1, false",
        "192.0.2.1, 192.0.2.2, false",
        "not:an:address, not:an:address, true",
        "not:an:address, not:another, false"
    })
    void countsTheNetworkOfAnAddressOfVersionSix(String one, String another, boolean isTheSame) {
        Turnstile turnstile = with(1, 0, 0);
        turnstile.admits(one);

        assertThat(turnstile.admits(another)).isEqualTo(!isTheSame);
        assertThat(turnstile.knownAddresses()).isEqualTo(isTheSame ? 1 : 2);
    }

    @Test
    void forgetsAddressesWithoutSessions() {
        Turnstile turnstile = with(10, 10, 0);
        for (int i = 0; i < 1_000; i++) {
            turnstile.admits("198.51.100." + i);
        }
        turnstile.entered(ADDRESS);
        assertThat(turnstile.knownAddresses()).isEqualTo(1_001);

        time.advance(SECOND);
        assertThat(turnstile.knownAddresses()).isEqualTo(1);

        turnstile.left(ADDRESS);
        time.advance(SECOND);
        assertThat(turnstile.knownAddresses()).isZero();
    }

    @Test
    void hasOneTimerForAllItsAddresses() {
        Turnstile turnstile = with(10, 10, 0);
        for (int i = 0; i < 100; i++) {
            turnstile.admits("198.51.100." + i);
        }

        assertThat(time.deadlines().pending()).isEqualTo(1);
    }

    @Test
    void countsTheSessionsOfAnEngine() {
        EngineUnderTest test = new EngineUnderTest().turnstile(new Turnstile.Limits(0, 2, 0));
        Wired wired = test.openWebSocket();
        test.openPolling();
        assertThat(test.engine().turnstile().admits(EngineUnderTest.ADDRESS)).isFalse();

        wired.session().close(CloseReason.FORCED_CLOSE);
        wired.session().close(CloseReason.FORCED_CLOSE);

        assertThat(test.engine().turnstile().openSessions()).isEqualTo(1);
        assertThat(test.engine().turnstile().admits(EngineUnderTest.ADDRESS)).isTrue();
    }

    private Turnstile with(int handshakes, int sessionsPerAddress, int sessions) {
        return new Turnstile(new Turnstile.Limits(handshakes, sessionsPerAddress, sessions), time.deadlines());
    }
}
