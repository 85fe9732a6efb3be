package io.tidings.transport.upgrade;

import io.tidings.protocol.websocket.DeflateAgreement;
import io.tidings.protocol.websocket.FrameLimits;
import io.tidings.protocol.websocket.Handshake;
import io.tidings.transport.http.EngineRequest;
import io.tidings.transport.http.HttpFault;
import io.tidings.transport.http.Opening;
import io.tidings.transport.http.WebSocketCarrier;
import io.tidings.transport.http.WebSocketHandshake;
import io.tidings.transport.http.WebSocketSettings;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/** Switches a request to WebSocket by {@code HttpServletRequest.upgrade} and frames of our own. */
public final class UpgradeCarrier implements WebSocketCarrier {

    private final WebSocketSettings settings;
    private final FrameLimits limits;

    public UpgradeCarrier(WebSocketSettings settings) {
        this.settings = settings;
        this.limits = new FrameLimits(settings.maxMessage(), settings.maxFragments());
    }

    @Override
    public String name() {
        return "upgrade";
    }

    @Override
    public void accept(EngineRequest request, HttpServletResponse response, Opening opening)
            throws HttpFault, IOException {
        HttpServletRequest http = request.http();
        String key = WebSocketHandshake.checkedKey(http);
        Optional<DeflateAgreement> deflate = agreement(http);
        response.setStatus(HttpServletResponse.SC_SWITCHING_PROTOCOLS);
        response.setHeader("Upgrade", "websocket");
        response.setHeader("Connection", "Upgrade");
        response.setHeader("Sec-WebSocket-Accept", Handshake.accept(key));
        deflate.ifPresent(agreed -> response.setHeader("Sec-WebSocket-Extensions", agreed.header()));
        try {
            UpgradeHandler handler = http.upgrade(UpgradeHandler.class);
            handler.prepare(opening, new Framing(settings, limits, deflate));
        } catch (ServletException e) {
            throw new IOException("the container refused the upgrade", e);
        }
    }

    private Optional<DeflateAgreement> agreement(HttpServletRequest http) {
        String offers = http.getHeader("Sec-WebSocket-Extensions");
        return settings.deflates() && offers != null ? DeflateAgreement.answer(offers, false) : Optional.empty();
    }
}
