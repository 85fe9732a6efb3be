package io.tidings.transport.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.engine.CloseReason;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CloseCodesTest {

    @ParameterizedTest
    @CsvSource({
        "FORCED_CLOSE, 1000",
        "TRANSPORT_CLOSE, 1000",
        "TRANSPORT_ERROR, 1000",
        "PING_TIMEOUT, 1000",
        "SERVER_SHUTTING_DOWN, 1001",
        "PARSE_ERROR, 1002",
        "SLOW_CONSUMER, 1008",
        "FLOODING, 1008",
        "OVERLOADED, 1013"
    })
    void tellTheClientWhyItsSessionEnded(CloseReason reason, int code) {
        assertThat(CloseCodes.of(reason)).isEqualTo(code);
    }
}
