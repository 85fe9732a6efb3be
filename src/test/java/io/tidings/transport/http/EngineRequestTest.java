package io.tidings.transport.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.api.HttpHandshake;
import io.tidings.engine.TransportKind;
import io.tidings.transport.fakes.FakeRequest;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EngineRequestTest {

    @Test
    void understandsItsQuery() throws HttpFault {
        EngineRequest request = EngineRequest.of(
                FakeRequest.get("EIO=4&transport=websocket&sid=abc").http());

        assertThat(request.kind()).isEqualTo(TransportKind.WEBSOCKET);
        assertThat(request.sid()).isEqualTo("abc");
        assertThat(request.isSupportedVersion()).isTrue();
        assertThat(request.isGet()).isTrue();
        assertThat(request.isPost()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "transport=__proto__",
                "transport=constructor",
                "transport=webtransport",
                "transport=",
                "transport=POLLING",
                "EIO=4"
            })
    @DisplayName("E-05 knows two transports")
    void knowsTwoTransports(String query) {
        assertThatThrownBy(() -> EngineRequest.of(FakeRequest.get(query).http()))
                .isInstanceOf(HttpFault.class)
                .hasMessage("Transport unknown");
    }

    @Test
    @DisplayName("E-05 refuses two transports at once")
    void refusesTwoTransportsAtOnce() {
        FakeRequest request = FakeRequest.get("transport=polling&transport=websocket");

        assertThatThrownBy(() -> EngineRequest.of(request.http()))
                .isInstanceOf(HttpFault.class)
                .hasMessage("Bad request");
    }

    @ParameterizedTest
    @ValueSource(strings = {"EIO=abc", "EIO=5", "EIO=3", "EIO=", "EIO=04", "t=1"})
    @DisplayName("E-07 supports version 4 alone")
    void supportsVersionFourAlone(String version) throws HttpFault {
        EngineRequest request =
                EngineRequest.of(FakeRequest.get("transport=polling&" + version).http());

        assertThat(request.isSupportedVersion()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"websocket, true", "WebSocket, true", "h2c, false", "'', false"})
    void knowsWhoAsksForAWebSocket(String upgrade, boolean asks) throws HttpFault {
        FakeRequest request = FakeRequest.get("transport=websocket").header("Upgrade", upgrade);

        assertThat(EngineRequest.of(request.http()).asksForWebSocket()).isEqualTo(asks);
        assertThat(EngineRequest.of(FakeRequest.get("transport=websocket").http())
                        .asksForWebSocket())
                .isFalse();
    }

    @Test
    void keepsOfAHandshakeWhatTheApplicationMayAskFor() throws HttpFault {
        FakeRequest request = FakeRequest.get("EIO=4&transport=polling&token=a%20b")
                .header("X-Two", "1")
                .header("X-Two", "2")
                .header("User-Agent", "test")
                .from("198.51.100.7")
                .user("ada")
                .secured();

        HttpHandshake handshake = EngineRequest.of(request.http()).handshake(Set.of());

        assertThat(handshake.remoteAddress()).isEqualTo("198.51.100.7");
        assertThat(handshake.secure()).isTrue();
        assertThat(handshake.url()).isEqualTo("/engine.io/?EIO=4&transport=polling&token=a%20b");
        assertThat(handshake.queryParameter("token")).contains("a b");
        assertThat(handshake.headers()).containsExactly("X-Two", "1", "X-Two", "2", "User-Agent", "test");
        assertThat(handshake.header("user-agent")).contains("test");
        assertThat(handshake.header("absent")).isEmpty();
        assertThat(handshake.principal()).get().extracting("name").isEqualTo("ada");
        assertThat(handshake.toString()).doesNotContain("token", "a b", "User-Agent");
    }

    @Test
    void keepsOfTheRolesOfTheUserThoseThatAreAskedFor() throws HttpFault {
        FakeRequest request = FakeRequest.get("transport=polling").user("ada", "admin", "host", "guest");

        HttpHandshake handshake = EngineRequest.of(request.http()).handshake(Set.of("host", "admin", "owner"));

        assertThat(handshake.roles()).containsExactlyInAnyOrder("admin", "host");
        assertThat(EngineRequest.of(request.http()).handshake(Set.of()).roles()).isEmpty();
    }

    @Test
    void asksNobodyForTheRolesOfNobody() throws HttpFault {
        FakeRequest anonymous = FakeRequest.get("transport=polling");

        assertThat(EngineRequest.of(anonymous.http()).handshake(Set.of("admin")).roles())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"ada, ada, true", "ada, bob, false", "ada, , false", ", bob, true", ", , true"})
    @DisplayName("S-04 binds a session to the user who opened it")
    void bindsASessionToTheUserWhoOpenedIt(String opener, String asker, boolean belongs) throws HttpFault {
        assertThat(requestOf(asker).isFromUserOf(requestOf(opener).handshake(Set.of())))
                .isEqualTo(belongs);
    }

    private static EngineRequest requestOf(@Nullable String user) throws HttpFault {
        FakeRequest request = FakeRequest.get("transport=polling");
        return EngineRequest.of((user == null ? request : request.user(user)).http());
    }
}
