package io.tidings.protocol.websocket;

import io.tidings.protocol.Bytes;
import java.nio.charset.StandardCharsets;

/** What a Close frame says. */
record CloseBody(int code, String reason) {

    /** What fits into a control frame beside the code. */
    private static final int LONGEST_REASON = PartialFrame.LONGEST_CONTROL - 2;

    static CloseBody of(Bytes payload) {
        if (payload.isEmpty()) {
            return new CloseBody(CloseCode.NONE, "");
        }
        if (payload.length() == 1) {
            throw WebSocketException.protocolError("close code cut in half");
        }
        int code = ((payload.at(0) & 0xFF) << 8) | (payload.at(1) & 0xFF);
        if (!CloseCode.mayTravel(code)) {
            throw WebSocketException.protocolError("close code that may not be sent");
        }
        byte[] reason = payload.from(2).toArray();
        if (!Utf8.isValid(reason, 0, reason.length)) {
            throw WebSocketException.invalidPayload("close reason is not UTF-8");
        }
        return new CloseBody(code, new String(reason, StandardCharsets.UTF_8));
    }

    /** The payload of the Close frame that says this; the reason is cut between two characters where it is too long. */
    Bytes encoded() {
        if (code == CloseCode.NONE) {
            return Bytes.EMPTY;
        }
        if (!CloseCode.mayTravel(code)) {
            throw new IllegalArgumentException("close code that may not be sent: " + code);
        }
        byte[] utf8 = reason.getBytes(StandardCharsets.UTF_8);
        byte[] body = new byte[2 + fitting(utf8)];
        body[0] = (byte) (code >> 8);
        body[1] = (byte) code;
        System.arraycopy(utf8, 0, body, 2, body.length - 2);
        return Bytes.wrap(body);
    }

    private static int fitting(byte[] utf8) {
        if (utf8.length <= LONGEST_REASON) {
            return utf8.length;
        }
        int end = LONGEST_REASON;
        while ((utf8[end] & 0xC0) == 0x80) {
            end--;
        }
        return end;
    }
}
