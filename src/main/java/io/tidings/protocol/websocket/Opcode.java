package io.tidings.protocol.websocket;

/** What a frame is, RFC 6455, 5.2; a server sends no continuations, so there is none here. */
public enum Opcode {
    TEXT(1),
    BINARY(2),
    CLOSE(8),
    PING(9),
    PONG(10);

    private final int bits;

    Opcode(int bits) {
        this.bits = bits;
    }

    int bits() {
        return bits;
    }
}
