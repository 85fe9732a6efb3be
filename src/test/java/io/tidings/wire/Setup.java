package io.tidings.wire;

import io.tidings.server.AppServer;
import io.tidings.server.Launch;
import io.tidings.server.ServerKind;

/**
 * The servers that the vectors are sent to, each started once in a run. The times are short, so that tests need not wait
 * for the defaults, and what is shared is little, so that they need not send much; that those are what they should be is for the unit tests of the settings.
 */
enum Setup {
    /** WebSocket by Servlet upgrade; everything that is off by default is off. */
    UPGRADE("tidings.websocket=upgrade"),
    /** WebSocket by jakarta.websocket. */
    ENDPOINT("tidings.websocket=endpoint"),
    /** Everything that can be switched on for safety, and compression. */
    STRICT(
            "tidings.websocket=upgrade",
            "tidings.cors-origins=https://a.example,https://xn--bcher-kva.example",
            "tidings.cors-credentials=true",
            "tidings.cors-allowed-headers=x-token",
            "tidings.require-origin=true",
            "tidings.cookie=io",
            "tidings.cookie-required=true",
            "tidings.max-handshakes-per-address=50",
            "tidings.max-sessions-per-address=200",
            "tidings.per-message-deflate=true");

    private static final String[] COMMON = {
        "tidings.ping-interval=2s",
        "tidings.ping-timeout=6s",
        "tidings.upgrade-timeout=2s",
        "tidings.body-timeout=2s",
        "tidings.close-timeout=2s",
        "tidings.websocket-close-timeout=2s",
        "tidings.connect-timeout=3s",
        "tidings.attachment-timeout=3s",
        "tidings.max-queued-heap-percent=12",
        "tidings.max-family-namespaces=200"
    };

    @SuppressWarnings("ImmutableEnumChecker") // nobody gets hold of it
    private final String[] settings;

    Setup(String... settings) {
        this.settings = settings;
    }

    AppServer start() {
        Launch launch = with(Launch.of("bench").withJvmOptions("-Xmx384m"), COMMON);
        return ServerKind.underTest().start(with(launch, settings));
    }

    private static Launch with(Launch launch, String... settings) {
        Launch all = launch;
        for (String setting : settings) {
            int equals = setting.indexOf('=');
            all = all.with(setting.substring(0, equals), setting.substring(equals + 1));
        }
        return all;
    }
}
