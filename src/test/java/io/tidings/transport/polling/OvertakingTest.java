package io.tidings.transport.polling;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.engine.SessionId;
import io.tidings.schedule.ManualTime;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class OvertakingTest {

    private final ManualTime time = new ManualTime();
    private final Overtaking overtaking = new Overtaking(time.deadlines());

    @Test
    void remembersNoMoreThanSoManyAtATime() {
        sayGoodBye(Overtaking.MOST);

        overtaking.goodBye(new SessionId("one too many"));

        assertThat(overtaking.takeGoodBye("one too many")).isFalse();
        assertThat(overtaking.takeGoodBye("client 0")).isTrue();
    }

    @Test
    void forgetsThemAfterAMoment() {
        sayGoodBye(Overtaking.MOST);
        time.advance(Duration.ofMillis(250));

        overtaking.goodBye(new SessionId("the next one"));

        assertThat(overtaking.takeGoodBye("client 0")).isFalse();
        assertThat(overtaking.takeGoodBye("the next one")).isTrue();
    }

    private void sayGoodBye(int clients) {
        for (int i = 0; i < clients; i++) {
            overtaking.goodBye(new SessionId("client " + i));
        }
    }
}
