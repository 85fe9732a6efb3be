package io.tidings.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.schedule.ManualTime;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WrongSettingsTest {

    private static final ManualTime TIME = new ManualTime();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tidings.path|engine.io|a path such as /socket.io",
                "tidings.path|/|a path such as /socket.io",
                "tidings.path|/a/*|a path such as /socket.io",
                "tidings.path|/a b|a path such as /socket.io",
                "tidings.path|''|a path such as /socket.io",
                "tidings.serve-client|no|true or false",
                "tidings.ping-interval|25|a duration such as 300ms, 25s, 5m or 1h, from 100ms to 24h",
                "tidings.ping-interval|99ms|a duration such as 300ms, 25s, 5m or 1h, from 100ms to 24h",
                "tidings.ping-interval|25h|a duration such as 300ms, 25s, 5m or 1h, from 100ms to 24h",
                "tidings.ping-timeout|-1s|a duration such as 300ms, 25s, 5m or 1h, from 100ms to 24h",
                "tidings.upgrade-timeout|0s|a duration such as 300ms, 25s, 5m or 1h, from 10ms to 24h",
                "tidings.close-timeout|1.5s|a duration such as 300ms, 25s, 5m or 1h, from 10ms to 24h",
                "tidings.body-timeout|PT10S|a duration such as 300ms, 25s, 5m or 1h, from 10ms to 24h",
                "tidings.websocket-close-timeout|never|a duration such as 300ms, 25s, 5m or 1h, from 10ms to 24h",
                "tidings.tick|9ms|a duration such as 300ms, 25s, 5m or 1h, from 10ms to 1000ms",
                "tidings.tick|2s|a duration such as 300ms, 25s, 5m or 1h, from 10ms to 1000ms",
                "tidings.max-payload|63|a whole number from 64 to 1073741824",
                "tidings.max-payload|1e6|a whole number from 64 to 1073741824",
                "tidings.max-payload|99999999999|a whole number from 64 to 1073741824",
                "tidings.max-outbox-packets|0|a whole number from 1 to 1000000",
                "tidings.max-outbox-bytes|1023|a whole number from 1024 to 1073741824",
                "tidings.max-inbound-packets|0|a whole number from 1 to 1000000",
                "tidings.max-inbound-bytes|1MB|a whole number from 1024 to 1073741824",
                "tidings.max-control-packets|-5|a whole number from 1 to 1000000",
                "tidings.max-packets-per-payload|''|a whole number from 1 to 1000000",
                "tidings.max-fragments|0|a whole number from 1 to 1073741824",
                "tidings.max-queued-heap-percent|91|a whole number from 1 to 90",
                "tidings.max-handshakes-per-address|-1|a whole number from 0 to 2147483647",
                "tidings.max-sessions-per-address|many|a whole number from 0 to 2147483647",
                "tidings.max-sessions|2147483648|a whole number from 0 to 2147483647",
                "tidings.http-compression-threshold|-1|a whole number from 0 to 1073741824",
                "tidings.per-message-deflate-threshold|-1|a whole number from 0 to 1073741824",
                "tidings.cors-max-age|-2|a whole number from -1 to 2147483647",
                "tidings.cookie-max-age|-2|a whole number from -1 to 2147483647",
                "tidings.http-compression|yes|true or false",
                "tidings.per-message-deflate|1|true or false",
                "tidings.allow-upgrades|on|true or false",
                "tidings.cors-credentials|''|true or false",
                "tidings.require-origin|no|true or false",
                "tidings.cookie-required|no|true or false",
                "tidings.cookie-http-only|no|true or false",
                "tidings.cookie-secure|no|true or false",
                "tidings.transports|polling,webtransport|polling, websocket or polling,websocket",
                "tidings.transports|''|polling, websocket or polling,websocket",
                "tidings.transports|Polling|polling, websocket or polling,websocket",
                "tidings.websocket|tyrus|one of auto, endpoint, upgrade",
                "tidings.cookie-same-site|lax|one of , Lax, None, Strict",
                "tidings.cookie-same-site|None|another value unless tidings.cookie-secure is true",
                "tidings.cookie|a b|a cookie name such as io, or empty",
                "tidings.cookie-path|a|a path such as /",
                "tidings.cookie-path|/;x|a path such as /",
                "tidings.cookie-domain|a;b|a host name, or empty",
                "tidings.cors-origins|example.org|* alone or origins such as https://chat.example:8443",
                "tidings.cors-origins|https://a.example/|* alone or origins such as https://chat.example:8443",
                "tidings.cors-origins|https://*.example|* alone or origins such as https://chat.example:8443",
                "tidings.cors-origins|https://A.example|* alone or origins such as https://chat.example:8443",
                "tidings.cors-origins|*,https://a.example|* alone or origins such as https://chat.example:8443",
                "tidings.cors-methods|GET;POST|names separated by commas",
                "tidings.cors-allowed-headers|X One|names separated by commas",
                "tidings.cors-exposed-headers|X:1|names separated by commas",
            })
    void areNamedInASentenceWithTheLegalValues(String name, String value, String legal) {
        assertThatThrownBy(() -> readAll(Map.of(name, value)))
                .isInstanceOf(SettingException.class)
                .hasMessage("Setting " + name + " is '" + value + "' but must be " + legal + ".");
    }

    @Test
    @DisplayName("C-03 any origin together with credentials")
    void anyOriginTogetherWithCredentials() {
        assertThatThrownBy(() -> readAll(Map.of("tidings.cors-origins", "*", "tidings.cors-credentials", "true")))
                .isInstanceOf(SettingException.class)
                .hasMessage("Setting tidings.cors-origins is '*' but must be a list of origins while"
                        + " tidings.cors-credentials is true.");
    }

    @Test
    void aRequiredCookieWithoutAName() {
        assertThatThrownBy(() -> readAll(Map.of("tidings.cookie-required", "true")))
                .isInstanceOf(SettingException.class)
                .hasMessage("Setting tidings.cookie is '' but must be a name while tidings.cookie-required is true.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tidings.ping-interval|100ms",
                "tidings.ping-interval|24h",
                "tidings.max-payload|64",
                "tidings.max-payload|1073741824",
                "tidings.cors-origins|*",
                "tidings.cors-allowed-headers|*",
                "tidings.cors-allowed-headers|X-One, X_Two",
                "tidings.cookie-same-site|''",
                "tidings.cookie-domain|chat.example",
                "tidings.cookie-path|/engine.io/",
                "tidings.transports|websocket , polling",
                "tidings.path|/a/b.c_d~e-f"
            })
    void areNotFoundAtTheEdgeOfWhatIsLegal(String name, String value) {
        assertThatCode(() -> readAll(Map.of(name, value))).doesNotThrowAnyException();
    }

    private static void readAll(Map<String, String> values) {
        Settings settings = SettingsTest.with(values);
        settings.path();
        settings.serveClient();
        settings.tick();
        settings.engine();
        settings.queuedBytes();
        settings.turnstile();
        settings.bodyTimeout();
        settings.compression();
        settings.webSocket(TIME.deadlines());
        settings.webSocketCarrier();
        settings.origins();
        settings.cookie();
        assertThat(settings.executor()).isNotEmpty();
    }
}
