package io.tidings.protocol.websocket;

import io.tidings.protocol.Bytes;
import java.util.ArrayList;
import java.util.List;

/** Writes down what a reader understood, one value per call. */
final class RecordingSink implements MessageSink {

    record Text(String text) {}

    record Binary(Bytes payload) {}

    record Ping(Bytes payload) {}

    record Pong(Bytes payload) {}

    record Close(int code, String reason) {}

    private final List<Object> heard = new ArrayList<>();

    List<Object> heard() {
        return heard;
    }

    @Override
    public void text(Bytes utf8) {
        heard.add(new Text(utf8.toUtf8String()));
    }

    @Override
    public void binary(Bytes payload) {
        heard.add(new Binary(payload));
    }

    @Override
    public void ping(Bytes payload) {
        heard.add(new Ping(payload));
    }

    @Override
    public void pong(Bytes payload) {
        heard.add(new Pong(payload));
    }

    @Override
    public void close(int code, String reason) {
        heard.add(new Close(code, reason));
    }
}
