package io.tidings.protocol.websocket;

import io.tidings.protocol.Bytes;

/**
 * Takes what a {@link FrameReader} understood, in the order of arrival and on the reading thread. Each payload belongs to
 * the sink. What a method throws ends the reader.
 */
public interface MessageSink {

    /** One whole text message; its bytes are valid UTF-8. */
    void text(Bytes utf8);

    void binary(Bytes payload);

    void ping(Bytes payload);

    void pong(Bytes payload);

    /** The peer's Close frame, after which nothing follows; {@link CloseCode#NONE} when it carries no code. */
    void close(int code, String reason);
}
