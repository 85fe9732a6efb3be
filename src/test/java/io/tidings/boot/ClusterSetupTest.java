package io.tidings.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.cluster.ClusterSettings;
import io.tidings.cluster.jms.JmsSettings;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClusterSetupTest {

    static ClusterSetup with(Map<String, String> values) {
        return at("", values);
    }

    private static ClusterSetup at(String contextPath, Map<String, String> values) {
        return new ClusterSetup(
                new SettingReader(new SettingSource(name -> Optional.ofNullable(values.get(name)))), contextPath);
    }

    @Test
    void looksForTheFactoriesThatServersHave() {
        ClusterSetup setup = with(Map.of());

        assertThat(setup.names())
                .containsExactly(
                        "jms/tidings",
                        "java:/jms/tidings",
                        "java:/ConnectionFactory",
                        "java:comp/DefaultJMSConnectionFactory");
        assertThat(setup.isNamed()).isFalse();
    }

    @Test
    void looksForNothingElseThanWhatIsNamed() {
        ClusterSetup setup = with(Map.of("tidings.cluster.connection-factory", "jms/company"));

        assertThat(setup.names()).containsExactly("jms/company");
        assertThat(setup.isNamed()).isTrue();
        assertThat(setup.missing())
                .hasMessage("Setting tidings.cluster.connection-factory is 'jms/company' but must be the JNDI name of a"
                        + " JMS connection factory that is there, auto or none.");
    }

    @Test
    void canBeToldToBeAlone() {
        assertThat(with(Map.of("tidings.cluster.connection-factory", "none")).names())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"'',tidings", "/chat,tidings.chat", "/a/b,tidings.a.b"})
    void hasATopicForEachApplication(String contextPath, String topic) {
        assertThat(at(contextPath, Map.of()).jms()).hasToString("JmsSettings[" + topic + "]");
    }

    @Test
    void saysWhatTheDocumentationSays() {
        assertThat(with(Map.of()).jms())
                .isEqualTo(new JmsSettings("tidings", null, null, 10_000, 33_554_432, 16_777_216));
        assertThat(with(Map.of()).cluster())
                .isEqualTo(new ClusterSettings(Duration.ofSeconds(5), Duration.ofSeconds(10), 16_777_216, 256, null));
    }

    @Test
    void keepsSecretsToItself() {
        ClusterSetup setup = with(Map.of(
                "tidings.cluster.user", "tom",
                "tidings.cluster.password", "hush-hush",
                "tidings.cluster.key", "0123456789abcdef"));

        assertThat(setup.jms().password()).isEqualTo("hush-hush");
        assertThat(setup.cluster().key()).isNotNull();
        assertThat(setup.jms() + " " + setup.cluster()).doesNotContain("hush").doesNotContain("0123456789abcdef");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tidings.cluster.heartbeat|99ms|a duration such as 300ms, 25s, 5m or 1h, from 100ms to 24h",
                "tidings.cluster.timeout|never|a duration such as 300ms, 25s, 5m or 1h, from 100ms to 24h",
                "tidings.cluster.timeout|5s|longer than tidings.cluster.heartbeat",
                "tidings.cluster.max-nodes|0|a whole number from 1 to 10000",
                "tidings.cluster.max-message|1048575|a whole number from 1048576 to 1073741824",
                "tidings.cluster.queue-messages|15|a whole number from 16 to 1000000",
                "tidings.cluster.queue-bytes|1MB|a whole number from 1048576 to 1073741824",
                "tidings.cluster.key|0123456789abcde|a secret of at least 16 characters",
            })
    void namesWhatMakesNoSense(String name, String value, String legal) {
        ClusterSetup setup = with(Map.of(name, value));

        assertThatThrownBy(() -> setup.cluster().toString().concat(setup.jms().toString()))
                .isInstanceOf(SettingException.class)
                .hasMessageStartingWith("Setting " + name + " is '")
                .hasMessageEndingWith("' but must be " + legal + ".")
                .satisfies(failure -> assertThat(failure.getMessage()).doesNotContain("0123456789abcde"));
    }
}
