package io.tidings.protocol.socketio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PacketLimitsTest {

    @Test
    void allowByDefaultTenAttachmentsOfTheLargestSize() {
        assertThat(PacketLimits.ofPayload(1_000_000)).isEqualTo(new PacketLimits(10, 10_000_000, 500, 256));
        assertThat(PacketLimits.ofPayload(Integer.MAX_VALUE).maxBytes()).isEqualTo(10L * Integer.MAX_VALUE);
    }

    @ParameterizedTest
    @CsvSource({"-1,1,1,1", "10001,1,1,1", "1,0,1,1", "1,1,0,1", "1,1,1,0"})
    void areLimitedThemselves(int attachments, long bytes, int depth, int namespace) {
        assertThatIllegalArgumentException().isThrownBy(() -> new PacketLimits(attachments, bytes, depth, namespace));
    }
}
