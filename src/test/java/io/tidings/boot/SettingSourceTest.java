package io.tidings.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SettingSourceTest {

    private static final String NAME = "tidings.test-of-the-order";

    private final SettingSource source = new SettingSource(name ->
            Optional.ofNullable(Map.of(NAME, " packed ", "path", "packed").get(name)));

    @AfterEach
    void clear() {
        System.clearProperty(NAME);
    }

    @Test
    void looksIntoTheDeploymentDescriptorLast() {
        assertThat(source.value(NAME)).contains("packed");

        System.setProperty(NAME, "by the operator");
        assertThat(source.value(NAME)).contains("by the operator");
    }

    @Test
    void looksIntoTheEnvironmentBeforeTheDeploymentDescriptor() {
        // Every system has a PATH.
        assertThat(source.value("path")).contains(System.getenv("PATH").trim());
    }

    @Test
    void looksIntoSystemPropertiesBeforeTheEnvironment() {
        System.setProperty("path", "property");
        try {
            assertThat(source.value("path")).contains("property");
        } finally {
            System.clearProperty("path");
        }
    }

    @Test
    void knowsNothingOfWhatNobodySet() {
        assertThat(source.value("tidings.nobody-set-this")).isEmpty();
    }

    @Test
    void writesNamesOfTheEnvironmentAsMicroProfileDoes() {
        assertThat(SettingSource.environmentName("tidings.ping-interval")).isEqualTo("TIDINGS_PING_INTERVAL");
    }
}
