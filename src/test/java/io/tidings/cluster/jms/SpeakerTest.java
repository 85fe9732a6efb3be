package io.tidings.cluster.jms;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SpeakerTest {

    @Test
    void waitsForCompanyTheLongerTheMoreThereWasAndNeverLong() {
        assertThat(gapAfter(1)).isEqualTo(Duration.ofMillis(1));
        assertThat(gapAfter(3)).isEqualTo(Duration.ofMillis(3));
        assertThat(gapAfter(5)).isEqualTo(Duration.ofMillis(5));
        assertThat(gapAfter(10_000)).isEqualTo(Duration.ofMillis(5));
    }

    private static Duration gapAfter(int together) {
        return Duration.ofNanos(Speaker.gapAfter(together));
    }
}
