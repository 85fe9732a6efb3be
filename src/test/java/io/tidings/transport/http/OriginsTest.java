package io.tidings.transport.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tidings.transport.fakes.FakeRequest;
import io.tidings.transport.fakes.FakeResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OriginsTest {

    private static final String ALLOWED = "https://a.example";

    private final FakeRequest request = FakeRequest.get("EIO=4&transport=polling");
    private final FakeResponse response = new FakeResponse();

    @Test
    @DisplayName("C-01 says nothing to other sites where nothing is configured")
    void saysNothingToOtherSitesWhereNothingIsConfigured() {
        Origins origins = new Origins(policy(Set.of(), false, false));
        request.header("Origin", "https://evil.example").header("Host", "chat.example");

        origins.addHeaders(request.http(), response.http());
        origins.answerPreflight(request.http(), response.http());

        assertThat(response.headers()).isEmpty();
        assertThat(response.status()).isEqualTo(204);
        assertThat(origins.allowsWebSocket(request.http())).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://chat.example", "http://chat.example", "HTTPS://Chat.Example"})
    @DisplayName("C-01 lets the server's own pages open a WebSocket")
    void letsTheServersOwnPagesOpenAWebSocket(String origin) {
        request.header("Origin", origin).header("Host", "chat.example");

        assertThat(new Origins(policy(Set.of(), false, false)).allowsWebSocket(request.http()))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://chat.example:444",
                "https://chat.example.evil",
                "https://xchat.example",
                "ws://chat.example",
                "chat.example"
            })
    @DisplayName("C-01 takes no other page for its own")
    void takesNoOtherPageForItsOwn(String origin) {
        request.header("Origin", origin).header("Host", "chat.example");

        assertThat(new Origins(policy(Set.of(), false, false)).allowsWebSocket(request.http()))
                .isFalse();
    }

    @Test
    void takesNoPageForItsOwnWithoutAHost() {
        request.header("Origin", "http://null");

        assertThat(new Origins(policy(Set.of(), false, false)).allowsWebSocket(request.http()))
                .isFalse();
    }

    @Test
    void letsTheListedSiteIn() {
        Origins origins = new Origins(policy(Set.of(ALLOWED), true, false));
        request.header("Origin", ALLOWED);

        origins.addHeaders(request.http(), response.http());

        assertThat(response.headers())
                .containsEntry("Access-Control-Allow-Origin", ALLOWED)
                .containsEntry("Access-Control-Allow-Credentials", "true")
                .containsEntry("Access-Control-Expose-Headers", "X-One,X-Two")
                .containsEntry("Vary", "Origin");
        assertThat(origins.allowsWebSocket(request.http())).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://a.example.evil",
                "https://eviLa.example",
                "http://a.example",
                "https://a.example:444",
                "https://a.example/",
                "https://A.example",
                "null",
                "file://",
                "https://xn--a.example",
                "https://a.example\r\nX-Forged: 1",
                "*",
                ""
            })
    @DisplayName("C-02 lets in exactly what is listed")
    void letsInExactlyWhatIsListed(String origin) {
        Origins origins = new Origins(policy(Set.of(ALLOWED), true, false));
        request.header("Origin", origin);

        origins.addHeaders(request.http(), response.http());
        origins.answerPreflight(request.http(), response.http());

        assertThat(response.headers()).containsOnlyKeys("Vary");
        assertThat(origins.allowsWebSocket(request.http())).isFalse();
    }

    @Test
    @DisplayName("C-02 lets nobody in who names two origins")
    void letsNobodyInWhoNamesTwoOrigins() {
        Origins origins = new Origins(policy(Set.of(ALLOWED), true, false));
        request.header("Origin", ALLOWED).header("Origin", ALLOWED);

        origins.addHeaders(request.http(), response.http());

        assertThat(response.headers()).containsOnlyKeys("Vary");
        assertThat(origins.allowsWebSocket(request.http())).isFalse();
    }

    @Test
    @DisplayName("C-02 varies by origin even without one")
    void variesByOriginEvenWithoutOne() {
        new Origins(policy(Set.of(ALLOWED), false, false)).addHeaders(request.http(), response.http());

        assertThat(response.headers()).containsExactlyEntriesOf(Map.of("Vary", "Origin"));
    }

    @Test
    @DisplayName("C-03 refuses any origin together with credentials")
    void refusesAnyOriginTogetherWithCredentials() {
        assertThatIllegalArgumentException().isThrownBy(() -> policy(Set.of("*"), true, false));
    }

    @Test
    void letsAnySiteInWithoutCredentials() {
        Origins origins = new Origins(policy(Set.of("*"), false, false));
        request.header("Origin", "https://any.example");

        origins.addHeaders(request.http(), response.http());

        assertThat(response.headers())
                .containsEntry("Access-Control-Allow-Origin", "*")
                .doesNotContainKeys("Vary", "Access-Control-Allow-Credentials");
        assertThat(origins.allowsWebSocket(request.http())).isTrue();
    }

    @Test
    @DisplayName("C-04 answers a preflight with what is configured, not with what was asked for")
    void answersAPreflightWithWhatIsConfigured() {
        request.header("Origin", ALLOWED)
                .header("Access-Control-Request-Headers", "x".repeat(65_536))
                .header("Access-Control-Request-Method", "DELETE");

        new Origins(policy(Set.of(ALLOWED), false, false)).answerPreflight(request.http(), response.http());

        assertThat(response.status()).isEqualTo(204);
        assertThat(response.headers())
                .containsEntry("Access-Control-Allow-Methods", "GET,POST")
                .containsEntry("Access-Control-Allow-Headers", "X-Token")
                .containsEntry("Access-Control-Max-Age", "600");
        assertThat(response.text()).isEmpty();
    }

    @Test
    @DisplayName("C-05 lets clients without an origin open a WebSocket, unless it is required")
    void letsClientsWithoutAnOriginOpenAWebSocketUnlessItIsRequired() {
        assertThat(new Origins(policy(Set.of(ALLOWED), false, false)).allowsWebSocket(request.http()))
                .isTrue();
        assertThat(new Origins(policy(Set.of(ALLOWED), false, true)).allowsWebSocket(request.http()))
                .isFalse();
    }

    private static Origins.Policy policy(Set<String> allowed, boolean credentials, boolean requireOrigin) {
        return new Origins.Policy(
                allowed,
                List.of("GET", "POST"),
                List.of("X-Token"),
                List.of("X-One", "X-Two"),
                credentials,
                600,
                requireOrigin);
    }
}
