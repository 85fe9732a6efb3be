package io.tidings.transport.polling;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.engine.SessionId;
import io.tidings.schedule.ManualTime;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class FarewellsTest {

    private final ManualTime time = new ManualTime();
    private final Farewells farewells = new Farewells(time.deadlines());

    @Test
    void remembersNoMoreThanSoManyAtATime() {
        sayGoodBye(Farewells.MOST);

        farewells.expect(new SessionId("one too many"));

        assertThat(farewells.take("one too many")).isFalse();
        assertThat(farewells.take("client 0")).isTrue();
    }

    @Test
    void forgetsThemAfterAMoment() {
        sayGoodBye(Farewells.MOST);
        time.advance(Duration.ofMillis(250));

        farewells.expect(new SessionId("the next one"));

        assertThat(farewells.take("client 0")).isFalse();
        assertThat(farewells.take("the next one")).isTrue();
    }

    private void sayGoodBye(int clients) {
        for (int i = 0; i < clients; i++) {
            farewells.expect(new SessionId("client " + i));
        }
    }
}
