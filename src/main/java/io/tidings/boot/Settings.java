package io.tidings.boot;

import io.tidings.engine.EngineLimits;
import io.tidings.engine.EngineSettings;
import io.tidings.engine.TransportKind;
import io.tidings.engine.Turnstile;
import io.tidings.protocol.socketio.PacketLimits;
import io.tidings.schedule.Deadlines;
import io.tidings.socketio.SocketIoSettings;
import io.tidings.transport.http.Compression;
import io.tidings.transport.http.Origins;
import io.tidings.transport.http.SessionCookie;
import io.tidings.transport.http.WebSocketSettings;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Every setting of the server, read once at the start: one method for each layer that has some. */
final class Settings {

    private static final int MEGABYTE = 1024 * 1024;
    private static final Pattern ORIGIN = Pattern.compile("\\*|[a-z][a-z0-9+.-]*://[^/*,?#\\sA-Z]+");
    private static final Pattern COOKIE_NAME = Pattern.compile("[A-Za-z0-9_.-]*");
    private static final Pattern COOKIE_PATH = Pattern.compile("/[^;,\\s\\p{Cntrl}]*");
    private static final Pattern COOKIE_DOMAIN = Pattern.compile("[A-Za-z0-9.-]*");
    private static final Duration INSTANT = Duration.ofMillis(10);

    private final SettingReader reader;

    Settings(SettingReader reader) {
        this.reader = reader;
    }

    String path() {
        return checkedPath("tidings.path", reader.text("tidings.path", "/socket.io"));
    }

    /** A path below the context root, without the slash that clients may or may not add at its end. */
    static String checkedPath(String setting, String value) {
        String path = value.length() > 1 && value.endsWith("/") ? value.substring(0, value.length() - 1) : value;
        if (!path.matches("(/[A-Za-z0-9._~-]+)+")) {
            throw new SettingException(setting, value, "a path such as /socket.io");
        }
        return path;
    }

    /** Whether browsers can get the client that they need from this server. */
    boolean serveClient() {
        return reader.flag("tidings.serve-client", true);
    }

    Duration tick() {
        return reader.duration("tidings.tick", "50ms", INSTANT, Duration.ofSeconds(1));
    }

    EngineSettings engine() {
        int maxPayload = reader.number("tidings.max-payload", 1_000_000, 64, 1 << 30);
        return new EngineSettings(
                reader.duration("tidings.ping-interval", "25s", Duration.ofMillis(100)),
                reader.duration("tidings.ping-timeout", "20s", Duration.ofMillis(100)),
                reader.duration("tidings.upgrade-timeout", "10s", INSTANT),
                reader.duration("tidings.close-timeout", "30s", INSTANT),
                maxPayload,
                transports(),
                reader.flag("tidings.allow-upgrades", true),
                reader.text("tidings.initial-packet", ""),
                limits());
    }

    private EngineLimits limits() {
        return new EngineLimits(
                reader.number("tidings.max-outbox-packets", 1_000, 1, 1_000_000),
                reader.number("tidings.max-outbox-bytes", MEGABYTE, 1_024, 1 << 30),
                reader.number("tidings.max-inbound-packets", 64, 1, 1_000_000),
                reader.number("tidings.max-inbound-bytes", MEGABYTE, 1_024, 1 << 30),
                reader.number("tidings.max-control-packets", 100, 1, 1_000_000),
                reader.number("tidings.max-packets-per-payload", 10_000, 1, 1_000_000));
    }

    private Set<TransportKind> transports() {
        String name = "tidings.transports";
        Set<TransportKind> kinds = EnumSet.noneOf(TransportKind.class);
        List<String> words = reader.list(name, "polling,websocket");
        for (TransportKind kind : TransportKind.values()) {
            if (words.contains(kind.wireName())) {
                kinds.add(kind);
            }
        }
        if (kinds.isEmpty() || kinds.size() != words.size()) {
            throw new SettingException(name, String.join(",", words), "polling, websocket or polling,websocket");
        }
        return kinds;
    }

    /** Bytes that may wait in all outboxes together: a part of the heap, so that a node with many slow clients survives. */
    long queuedBytes() {
        int percent = reader.number("tidings.max-queued-heap-percent", 60, 1, 90);
        return Runtime.getRuntime().maxMemory() / 100 * percent;
    }

    Turnstile.Limits turnstile() {
        return new Turnstile.Limits(
                reader.number("tidings.max-handshakes-per-address", 100, 0, Integer.MAX_VALUE),
                reader.number("tidings.max-sessions-per-address", 10_000, 0, Integer.MAX_VALUE),
                reader.number("tidings.max-sessions", 0, 0, Integer.MAX_VALUE));
    }

    Duration bodyTimeout() {
        return reader.duration("tidings.body-timeout", "10s", INSTANT);
    }

    Compression compression() {
        return new Compression(
                reader.flag("tidings.http-compression", true),
                reader.number("tidings.http-compression-threshold", 1_024, 0, 1 << 30));
    }

    WebSocketSettings webSocket(Deadlines deadlines) {
        boolean deflate = reader.flag("tidings.per-message-deflate", false);
        int threshold = reader.number("tidings.per-message-deflate-threshold", 1_024, 0, 1 << 30);
        return new WebSocketSettings(
                reader.number("tidings.max-payload", 1_000_000, 64, 1 << 30),
                reader.number("tidings.max-fragments", 16_384, 1, 1 << 30),
                reader.duration("tidings.websocket-close-timeout", "5s", INSTANT),
                reader.number("tidings.max-control-packets", 100, 1, 1_000_000),
                deflate ? threshold : -1,
                deadlines);
    }

    String webSocketCarrier() {
        return reader.choice("tidings.websocket", "auto", Set.of("auto", "upgrade", "endpoint"));
    }

    Origins.Policy origins() {
        List<String> allowed = allowedOrigins();
        boolean credentials = reader.flag("tidings.cors-credentials", false);
        if (credentials && allowed.contains("*")) {
            throw new SettingException(
                    "tidings.cors-origins", "*", "a list of origins while tidings.cors-credentials is true");
        }
        return new Origins.Policy(
                Set.copyOf(allowed),
                reader.names("tidings.cors-methods", "GET,POST"),
                reader.names("tidings.cors-allowed-headers", ""),
                reader.names("tidings.cors-exposed-headers", ""),
                credentials,
                reader.number("tidings.cors-max-age", -1, -1, Integer.MAX_VALUE),
                reader.flag("tidings.require-origin", false));
    }

    /** What cannot be the origin of any page would never match, and nobody would know why. */
    private List<String> allowedOrigins() {
        String name = "tidings.cors-origins";
        String legal = "* alone or origins such as https://chat.example:8443";
        List<String> allowed = reader.list(name, "", ORIGIN, legal);
        if (allowed.size() > 1 && allowed.contains("*")) {
            throw new SettingException(name, String.join(",", allowed), legal);
        }
        return allowed;
    }

    SessionCookie.Attributes cookie() {
        String sameSite = reader.choice("tidings.cookie-same-site", "Lax", Set.of("Lax", "Strict", "None", ""));
        String name = reader.text("tidings.cookie", "", COOKIE_NAME, "a cookie name such as io, or empty");
        boolean required = reader.flag("tidings.cookie-required", false);
        if (required && name.isEmpty()) {
            throw new SettingException("tidings.cookie", name, "a name while tidings.cookie-required is true");
        }
        boolean secure = reader.flag("tidings.cookie-secure", false);
        if (sameSite.equals("None") && !secure) {
            throw new SettingException(
                    "tidings.cookie-same-site", sameSite, "another value unless tidings.cookie-secure is true");
        }
        return new SessionCookie.Attributes(
                name,
                reader.text("tidings.cookie-path", "/", COOKIE_PATH, "a path such as /"),
                reader.text("tidings.cookie-domain", "", COOKIE_DOMAIN, "a host name, or empty"),
                sameSite,
                reader.flag("tidings.cookie-http-only", true),
                secure,
                reader.number("tidings.cookie-max-age", -1, -1, Integer.MAX_VALUE),
                required);
    }

    SocketIoSettings socketIo() {
        return new SocketIoSettings(
                reader.duration("tidings.connect-timeout", "45s", INSTANT),
                reader.duration("tidings.attachment-timeout", "10s", INSTANT),
                reader.duration("tidings.ack-timeout", "30s", INSTANT),
                packets(),
                new SocketIoSettings.ClientLimits(
                        reader.number("tidings.max-namespaces-per-client", 64, 1, 1_000_000),
                        reader.number("tidings.max-family-namespaces", 10_000, 0, Integer.MAX_VALUE),
                        reader.number("tidings.max-rooms-per-socket", 1_000, 0, 1_000_000),
                        reader.number("tidings.max-room-name", 256, 1, 1_000_000),
                        reader.number("tidings.max-event-name", 1_024, 1, 1_000_000),
                        reader.number("tidings.max-pending-acks", 10_000, 1, 1_000_000)));
    }

    private PacketLimits packets() {
        int maxPayload = reader.number("tidings.max-payload", 1_000_000, 64, 1 << 30);
        int tenMessages = (int) Math.min(10L * maxPayload, Integer.MAX_VALUE);
        return new PacketLimits(
                reader.number("tidings.max-attachments", PacketLimits.DEFAULT_MAX_ATTACHMENTS, 0, 10_000),
                reader.number("tidings.max-packet-bytes", tenMessages, 64, Integer.MAX_VALUE),
                reader.number("tidings.max-json-depth", PacketLimits.DEFAULT_MAX_DEPTH, 1, 10_000),
                reader.number("tidings.max-namespace-name", PacketLimits.DEFAULT_MAX_NAMESPACE, 1, 10_000));
    }

    /** The JNDI name of the executor that runs blocking listeners. */
    String executor() {
        return reader.text("tidings.executor", "java:comp/DefaultManagedExecutorService");
    }
}
