package io.tidings.transport.endpoint;

import io.tidings.engine.CloseReason;
import io.tidings.engine.RateWindow;
import io.tidings.protocol.Bytes;
import io.tidings.protocol.ProtocolException;
import io.tidings.protocol.engineio.EnginePacket;
import io.tidings.protocol.websocket.CloseCode;
import io.tidings.transport.http.WebSocketSettings;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Puts the parts of messages together that the container hands over, within our own limits. The container calls it on one
 * thread at a time.
 */
final class Inbound {

    private final EndpointTransport transport;
    private final WebSocketSettings settings;
    private final RateWindow controls;

    // Only while a message is incomplete.
    private @Nullable ByteArrayOutputStream partial;
    private int fragments;

    Inbound(EndpointTransport transport, WebSocketSettings settings) {
        this.transport = transport;
        this.settings = settings;
        this.controls = new RateWindow(settings.controlsPerSecond());
    }

    void text(String part, boolean last) {
        byte[] whole = append(part.getBytes(StandardCharsets.UTF_8), last);
        if (whole != null) {
            try {
                transport.received(EnginePacket.ofText(Bytes.wrap(whole)));
            } catch (ProtocolException broken) {
                transport.fail(CloseCode.PROTOCOL_ERROR, CloseReason.PARSE_ERROR);
            }
        }
    }

    void binary(ByteBuffer part, boolean last) {
        byte[] bytes = new byte[part.remaining()];
        part.get(bytes);
        byte[] whole = append(bytes, last);
        if (whole != null) {
            transport.received(EnginePacket.binary(Bytes.wrap(whole)));
        }
    }

    void pong() {
        if (!controls.admit(System.nanoTime())) {
            transport.fail(CloseCode.POLICY_VIOLATION, CloseReason.FLOODING);
        }
    }

    /** The whole message where this part completes one within the limits. */
    private byte @Nullable [] append(byte[] part, boolean last) {
        int before = partial == null ? 0 : partial.size();
        if (part.length > settings.maxMessage() - before) {
            partial = null;
            transport.fail(CloseCode.TOO_BIG, CloseReason.PARSE_ERROR);
            return null;
        }
        if (++fragments > settings.maxFragments()) {
            partial = null;
            transport.fail(CloseCode.POLICY_VIOLATION, CloseReason.FLOODING);
            return null;
        }
        if (last && before == 0) {
            fragments = 0;
            partial = null;
            return part;
        }
        if (partial == null) {
            partial = new ByteArrayOutputStream(2 * part.length);
        }
        partial.writeBytes(part);
        if (!last) {
            return null;
        }
        byte[] whole = partial.toByteArray();
        partial = null;
        fragments = 0;
        return whole;
    }
}
