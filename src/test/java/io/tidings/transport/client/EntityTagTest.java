package io.tidings.transport.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntityTagTest {

    private final EntityTag tag = new EntityTag("4.8.4");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"4.8.4\"",
                "W/\"4.8.4\"",
                "\"4.8.3\", \"4.8.4\"",
                "W/\"a,b\" ,W/\"4.8.4\"",
                "\"\",\"4.8.4\"",
                "*",
                " * "
            })
    void isAmongThoseThatAClientHas(String header) {
        assertThat(isAmong(header)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\"4.8.3\"", "4.8.4", "\"4.8.4", "\"4.8.45\"", "\"x4.8.4\"", "\"*\"", "\"a\"4.8.4\"b\"", "", ","
            })
    void isNotAmongOthers(String header) {
        assertThat(isAmong(header)).isFalse();
    }

    @Test
    void mayStandInAnyOfSeveralHeaders() {
        assertThat(isAmong("\"1\"", "\"4.8.4\"")).isTrue();
        assertThat(isAmong()).isFalse();
    }

    @Test
    void isWrittenInQuotes() {
        assertThat(tag).hasToString("\"4.8.4\"");
    }

    private boolean isAmong(String... headers) {
        return tag.isAmong(Collections.enumeration(List.of(headers)));
    }
}
