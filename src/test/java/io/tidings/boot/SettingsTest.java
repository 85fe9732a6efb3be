package io.tidings.boot;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.engine.EngineLimits;
import io.tidings.engine.EngineSettings;
import io.tidings.engine.TransportKind;
import io.tidings.engine.Turnstile;
import io.tidings.protocol.socketio.PacketLimits;
import io.tidings.schedule.ManualTime;
import io.tidings.socketio.SocketIoSettings;
import io.tidings.transport.http.Compression;
import io.tidings.transport.http.Origins;
import io.tidings.transport.http.SessionCookie;
import io.tidings.transport.http.WebSocketSettings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SettingsTest {

    private static final ManualTime TIME = new ManualTime();

    @Test
    void haveTheDefaultsOfTheReferenceForSessions() {
        EngineSettings engine = with(Map.of()).engine();

        assertThat(engine.pingInterval()).isEqualTo(Duration.ofSeconds(25));
        assertThat(engine.pingTimeout()).isEqualTo(Duration.ofSeconds(20));
        assertThat(engine.upgradeTimeout()).isEqualTo(Duration.ofSeconds(10));
        assertThat(engine.closeTimeout()).isEqualTo(Duration.ofSeconds(30));
        assertThat(engine.maxPayload()).isEqualTo(1_000_000);
        assertThat(engine.transports()).containsExactlyInAnyOrder(TransportKind.POLLING, TransportKind.WEBSOCKET);
        assertThat(engine.allowUpgrades()).isTrue();
        assertThat(engine.initialPacket()).isEmpty();
    }

    @Test
    void haveTheDefaultsOfTheReferenceForHttp() {
        Settings settings = with(Map.of());

        assertThat(settings.path()).isEqualTo("/socket.io");
        assertThat(settings.serveClient()).isTrue();
        assertThat(settings.compression()).isEqualTo(new Compression(true, 1_024));
        assertThat(settings.cookie())
                .isEqualTo(new SessionCookie.Attributes("", "/", "", "Lax", true, false, -1, false));
        assertThat(settings.origins())
                .isEqualTo(
                        new Origins.Policy(Set.of(), List.of("GET", "POST"), List.of(), List.of(), false, -1, false));
    }

    @Test
    void haveDefaultsForTheLimitsThatTheReferenceDoesNotKnow() {
        Settings settings = with(Map.of());

        assertThat(settings.engine().limits())
                .isEqualTo(new EngineLimits(1_000, 1_048_576, 64, 1_048_576, 100, 10_000));
        assertThat(settings.turnstile()).isEqualTo(new Turnstile.Limits(100, 10_000, 0));
        assertThat(settings.bodyTimeout()).isEqualTo(Duration.ofSeconds(10));
        assertThat(settings.queuedBytes())
                .isBetween(
                        Runtime.getRuntime().maxMemory() / 100 * 59,
                        Runtime.getRuntime().maxMemory() / 100 * 61);
    }

    @Test
    void haveDefaultsForTheServer() {
        Settings settings = with(Map.of());

        assertThat(settings.tick()).isEqualTo(Duration.ofMillis(50));
        assertThat(settings.executor()).isEqualTo("java:comp/DefaultManagedExecutorService");
        assertThat(settings.webSocketCarrier()).isEqualTo("auto");
        assertThat(settings.webSocket(TIME.deadlines()))
                .isEqualTo(new WebSocketSettings(1_000_000, 16_384, Duration.ofSeconds(5), 100, -1, TIME.deadlines()));
    }

    @Test
    void haveDefaultsForSocketIo() {
        assertThat(with(Map.of()).socketIo())
                .isEqualTo(new SocketIoSettings(
                        Duration.ofSeconds(45),
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(30),
                        new PacketLimits(10, 10_000_000, 500, 256),
                        new SocketIoSettings.ClientLimits(64, 10_000, 1_000, 256, 1_024, 10_000)));
    }

    @Test
    void allowTenFullMessagesInOnePacket() {
        assertThat(with(Map.of("tidings.max-payload", "2000"))
                        .socketIo()
                        .packets()
                        .maxBytes())
                .isEqualTo(20_000);
    }

    @Test
    void compressWebSocketsFromTheThresholdOnWhereThatIsSwitchedOn() {
        assertThat(with(Map.of("tidings.per-message-deflate", "true"))
                        .webSocket(TIME.deadlines())
                        .deflateThreshold())
                .isEqualTo(1_024);
        assertThat(with(Map.of("tidings.per-message-deflate", "true", "tidings.per-message-deflate-threshold", "0"))
                        .webSocket(TIME.deadlines())
                        .deflateThreshold())
                .isZero();
    }

    @Test
    void takeOneLimitForBothTransports() {
        Settings settings = with(Map.of("tidings.max-payload", "2000"));

        assertThat(settings.engine().maxPayload()).isEqualTo(2_000);
        assertThat(settings.webSocket(TIME.deadlines()).maxMessage()).isEqualTo(2_000);
    }

    @Test
    void readEveryKindOfValue() {
        Settings settings = with(Map.of(
                "tidings.path", "/chat/engine.io/",
                "tidings.ping-interval", "1m",
                "tidings.ping-timeout", "200ms",
                "tidings.upgrade-timeout", " 1 h ",
                "tidings.transports", "websocket",
                "tidings.allow-upgrades", "FALSE",
                "tidings.cors-origins", "https://a.example, https://b.example:8443 ,capacitor://localhost",
                "tidings.cors-credentials", "true",
                "tidings.cookie", "io",
                "tidings.cookie-same-site", "Strict"));

        assertThat(settings.path()).isEqualTo("/chat/engine.io");
        assertThat(settings.engine().pingInterval()).isEqualTo(Duration.ofMinutes(1));
        assertThat(settings.engine().pingTimeout()).isEqualTo(Duration.ofMillis(200));
        assertThat(settings.engine().upgradeTimeout()).isEqualTo(Duration.ofHours(1));
        assertThat(settings.engine().transports()).containsExactly(TransportKind.WEBSOCKET);
        assertThat(settings.engine().allowUpgrades()).isFalse();
        assertThat(settings.origins().allowed())
                .containsExactlyInAnyOrder("https://a.example", "https://b.example:8443", "capacitor://localhost");
        assertThat(settings.cookie().name()).isEqualTo("io");
        assertThat(settings.cookie().sameSite()).isEqualTo("Strict");
    }

    static Settings with(Map<String, String> values) {
        return new Settings(new SettingReader(new SettingSource(name -> Optional.ofNullable(values.get(name)))));
    }
}
