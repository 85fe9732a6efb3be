package io.tidings.transport.upgrade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.engine.EngineUnderTest;
import io.tidings.transport.fakes.FakeConnection;
import io.tidings.transport.fakes.FakeRequest;
import io.tidings.transport.fakes.FakeResponse;
import io.tidings.transport.http.EngineRequest;
import io.tidings.transport.http.HttpFault;
import io.tidings.transport.http.WebSocketSettings;
import java.io.IOException;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UpgradeCarrierTest {

    private static final String QUERY = "EIO=4&transport=websocket";

    @RegisterExtension
    final EngineUnderTest test = new EngineUnderTest();

    private final FakeResponse response = new FakeResponse();

    @Test
    void switchesToWebSocketAndOpensOnTheNewConnection() throws Exception {
        FakeRequest request = FakeRequest.webSocket(QUERY);
        accept(request, -1);

        assertThat(response.status()).isEqualTo(101);
        assertThat(response.headers())
                .containsEntry("Upgrade", "websocket")
                .containsEntry("Connection", "Upgrade")
                .containsEntry("Sec-WebSocket-Accept", "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=")
                .doesNotContainKey("Sec-WebSocket-Extensions");
        assertThat(test.engine().sessionCount()).isZero();

        FakeConnection connection = new FakeConnection();
        Objects.requireNonNull(request.upgradeHandler()).init(connection);
        assertThat(test.engine().sessionCount()).isEqualTo(1);
        assertThat(connection.output().text()).contains("0{\"sid\":");
    }

    @ParameterizedTest
    @ValueSource(strings = {"8", "", "13, 8", "013"})
    @DisplayName("W-02 refuses other versions and names its own")
    void refusesOtherVersions(String version) {
        FakeRequest request =
                FakeRequest.webSocket(QUERY).without("Sec-WebSocket-Version").header("Sec-WebSocket-Version", version);

        refuses(request, 426);
    }

    @ParameterizedTest
    @CsvSource({
        "Sec-WebSocket-Key, ''",
        "Sec-WebSocket-Key, short",
        "Sec-WebSocket-Key, dGhlIHNhbXBsZSBub25jZQ=!",
        "Connection, keep-alive",
        "Connection, upgrades"
    })
    @DisplayName("W-02 refuses a handshake that is not complete")
    void refusesAHandshakeThatIsNotComplete(String header, String value) {
        refuses(FakeRequest.webSocket(QUERY).without(header), 400);
        refuses(FakeRequest.webSocket(QUERY).without(header).header(header, value), 400);
    }

    @ParameterizedTest
    @CsvSource({"Content-Length, 4", "Transfer-Encoding, chunked"})
    @DisplayName("W-01 refuses a handshake with a body")
    void refusesAHandshakeWithABody(String header, String value) {
        refuses(FakeRequest.webSocket(QUERY).header(header, value), 400);
    }

    @Test
    void takesAnEmptyBodyForNone() throws Exception {
        accept(FakeRequest.webSocket(QUERY).header("Content-Length", "0"), -1);

        assertThat(response.status()).isEqualTo(101);
    }

    @Test
    @DisplayName("W-20 agrees to compression only where it is switched on")
    void agreesToCompressionOnlyWhereItIsSwitchedOn() throws Exception {
        accept(FakeRequest.webSocket(QUERY).header("Sec-WebSocket-Extensions", "permessage-deflate"), 1_024);

        assertThat(response.header("Sec-WebSocket-Extensions")).startsWith("permessage-deflate");
    }

    @ParameterizedTest
    @ValueSource(strings = {"constructor", ";;;", "permessage-deflate; server_max_window_bits=99"})
    @DisplayName("W-11 agrees to nothing else")
    void agreesToNothingElse(String offer) throws Exception {
        accept(FakeRequest.webSocket(QUERY).header("Sec-WebSocket-Extensions", offer), 1_024);

        assertThat(response.status()).isEqualTo(101);
        assertThat(response.headers()).doesNotContainKey("Sec-WebSocket-Extensions");
    }

    @Test
    void opensNothingForAHandlerThatNobodyPrepared() {
        assertThatThrownBy(() -> new UpgradeHandler().init(new FakeConnection()))
                .isInstanceOf(IllegalStateException.class);
    }

    private void refuses(FakeRequest request, int status) {
        assertThatThrownBy(() -> accept(request, -1))
                .isInstanceOfSatisfying(
                        HttpFault.class, fault -> assertThat(fault.status()).isEqualTo(status));
        assertThat(request.upgradeHandler()).isNull();
    }

    private void accept(FakeRequest request, int deflateThreshold) throws HttpFault, IOException {
        WebSocketSettings settings = new WebSocketSettings(
                1_000, 100, WebSocketClient.CLOSE_TIMEOUT, 100, deflateThreshold, test.deadlines());
        new UpgradeCarrier(settings)
                .accept(EngineRequest.of(request.http()), response.http(), transports -> test.open(transports));
    }
}
