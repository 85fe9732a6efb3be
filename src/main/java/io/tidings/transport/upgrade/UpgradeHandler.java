package io.tidings.transport.upgrade;

import io.tidings.engine.CloseReason;
import io.tidings.transport.http.Opening;
import jakarta.servlet.http.HttpUpgradeHandler;
import jakarta.servlet.http.WebConnection;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** Receives the connection from the container once the handshake has been answered. Made by the container. */
public final class UpgradeHandler implements HttpUpgradeHandler {

    private @Nullable Opening opening;
    private @Nullable Framing framing;
    private volatile @Nullable UpgradeTransport transport;

    void prepare(Opening what, Framing how) {
        this.opening = what;
        this.framing = how;
    }

    @Override
    public void init(WebConnection connection) {
        Opening what = opening;
        Framing how = framing;
        if (what == null || how == null) {
            throw new IllegalStateException("an upgrade that no carrier has prepared");
        }
        opening = null;
        framing = null;
        what.over(link -> {
            try {
                UpgradeTransport made = new UpgradeTransport(link, connection, how);
                transport = made;
                return made;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        UpgradeTransport made = transport;
        if (made != null) {
            made.start();
        }
    }

    @Override
    public void destroy() {
        UpgradeTransport lost = transport;
        if (lost != null) {
            lost.connectionLost(CloseReason.TRANSPORT_CLOSE);
        }
    }
}
