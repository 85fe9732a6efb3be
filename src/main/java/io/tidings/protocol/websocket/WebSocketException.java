package io.tidings.protocol.websocket;

import io.tidings.protocol.ProtocolException;

/** The peer broke RFC 6455 or one of our limits; carries the code to close with. */
public final class WebSocketException extends ProtocolException {

    private static final long serialVersionUID = 1L;

    private final int closeCode;

    public WebSocketException(int closeCode, String message) {
        super(message);
        this.closeCode = closeCode;
    }

    /** The code that the Close frame to the peer carries. */
    public int closeCode() {
        return closeCode;
    }

    static WebSocketException protocolError(String message) {
        return new WebSocketException(CloseCode.PROTOCOL_ERROR, message);
    }

    static WebSocketException invalidPayload(String message) {
        return new WebSocketException(CloseCode.INVALID_PAYLOAD, message);
    }

    static WebSocketException tooBig() {
        return new WebSocketException(CloseCode.TOO_BIG, "message too big");
    }
}
