package io.tidings.blackbox;

import io.tidings.server.AppServer;
import io.tidings.server.OnServerExtension;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Points MicroShed Testing, in its manual mode, at the server of {@link io.tidings.server.OnServer}. */
final class StartedServer implements BeforeAllCallback {

    @Override
    public void beforeAll(ExtensionContext context) {
        AppServer server = OnServerExtension.serverFor(context);
        System.setProperty("microshed_manual_env", "true");
        System.setProperty("microshed_hostname", server.uri().getHost());
        System.setProperty("microshed_http_port", Integer.toString(server.uri().getPort()));
        System.setProperty("microshed_app_context_root", server.uri().getPath());
    }
}
