package io.tidings.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.api.ArgumentException;
import io.tidings.api.RefusedException;
import io.tidings.api.spi.ErrorMapper;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StandardErrorsTest {

    @Test
    void clientsAreToldWhatTheApplicationSaysToThem() {
        assertThat(told(new RefusedException("no"))).isEqualTo(Map.of("error", "no"));
        assertThat(told(new RefusedException("no", List.of(1)))).isEqualTo(Map.of("error", "no", "data", List.of(1)));
        assertThat(told(new ArgumentException("argument 1 is missing")))
                .isEqualTo(Map.of("error", "argument 1 is missing"));
    }

    @Test
    void clientsAreNotToldWhatIsBroken() {
        assertThat(told(new IllegalStateException("password of the database is wrong")))
                .isEqualTo(Map.of("error", "Internal error"));
        assertThat(told(new StackOverflowError())).isEqualTo(Map.of("error", "Internal error"));
    }

    private static Object told(Throwable failure) {
        return ErrorMapper.standard().acknowledgement(Visitor.ANYBODY.socket(), "say", failure);
    }
}
