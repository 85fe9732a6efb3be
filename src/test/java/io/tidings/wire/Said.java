package io.tidings.wire;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** One message of a Socket.IO client: a packet in text, or an attachment. */
final class Said {

    private final boolean binary;
    private final byte[] content;

    private Said(boolean binary, byte[] content) {
        this.binary = binary;
        this.content = content.clone();
    }

    /** A packet without the 4 that Engine.IO puts before it. */
    static Said text(String packet) {
        return text(packet.getBytes(StandardCharsets.UTF_8));
    }

    /** What pretends to be text. */
    static Said text(byte[] bytes) {
        return new Said(false, bytes);
    }

    static Said attachment(byte[] bytes) {
        return new Said(true, bytes);
    }

    /** An attachment of so many zeros. */
    static Said attachment(int size) {
        return attachment(new byte[size]);
    }

    /** As it travels over WebSocket. */
    byte[] frame() {
        return binary ? new Frame(Frame.BINARY, content).masked() : new Frame(Frame.TEXT, prefixed()).masked();
    }

    /** As it travels in the body of a POST. */
    byte[] packet() {
        return binary
                ? ("b" + Base64.getEncoder().encodeToString(content)).getBytes(StandardCharsets.US_ASCII)
                : prefixed();
    }

    private byte[] prefixed() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(content.length + 1);
        bytes.write('4');
        bytes.writeBytes(content);
        return bytes.toByteArray();
    }
}
