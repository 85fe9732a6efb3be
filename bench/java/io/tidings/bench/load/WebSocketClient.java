package io.tidings.bench.load;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** One WebSocket connection: bare, with Engine.IO on it, or with Socket.IO on top of that. */
final class WebSocketClient implements Client, Conversation, ServerFrames.Sink {

    private static final byte[] NORMAL_CLOSURE = {0x03, (byte) 0xE8};
    private static final byte[] ENGINE_PONG = {'3'};
    private static final byte[] CONNECT = {'4', '0'};
    private static final byte[] ENTER = "420[\"enter\"]".getBytes(StandardCharsets.US_ASCII);
    private static final int LARGEST_CONTROL_FRAME = 131;

    private final int number;
    private final Cast cast;
    private final Part part;
    private final ServerFrames frames = new ServerFrames(this);
    private @Nullable Wire wire;
    private boolean upgraded;
    private boolean counted;
    private boolean entering;
    private boolean open;
    private boolean closing;
    private long dialledAt;

    WebSocketClient(int number, Cast cast) {
        this.number = number;
        this.cast = cast;
        part = cast.part(number);
    }

    @Override
    public void dial() {
        upgraded = false;
        open = false;
        closing = false;
        dialledAt = System.nanoTime();
        wire = cast.dialler().dial(number, this);
    }

    @Override
    public void begin() {
        Wire line = wire;
        if (!open || line == null) {
            return;
        }
        if (cast.mode().talks()) {
            part.speak(line);
        }
        try {
            line.flush();
        } catch (IOException e) {
            lost(line, "cannot write: " + e.getMessage());
        }
    }

    @Override
    public void connected(Wire line) {
        byte[] request = cast.upgrade().request();
        line.output(request.length).put(request);
    }

    @Override
    public int received(Wire line, byte[] bytes, int from, int to) {
        int at = from;
        if (!upgraded) {
            at = Upgrade.accepted(bytes, from, to);
            if (at == from) {
                return at;
            }
            upgraded = true;
            if (cast.mode() == Mode.RAW) {
                opened();
            }
        }
        at = frames.read(bytes, at, to);
        if (open && cast.mode().talks() && cast.isRunning()) {
            part.speak(line);
        }
        return at;
    }

    @Override
    public void message(int opcode, byte[] bytes, int from, int length) {
        switch (opcode) {
            case ClientFrames.TEXT -> text(bytes, from, length);
            case ClientFrames.BINARY -> part.hear(bytes, from, length);
            case ClientFrames.PING -> control(ClientFrames.PONG, Arrays.copyOfRange(bytes, from, from + length));
            case ClientFrames.PONG -> {}
            case ClientFrames.CLOSE -> closed(Arrays.copyOfRange(bytes, from, from + length));
            default -> throw new IllegalStateException("opcode " + opcode);
        }
    }

    @Override
    public void lost(Wire line, String why) {
        wire = null;
        if (cast.mode() == Mode.CONNECT) {
            if (!closing) {
                cast.score().error(why);
            }
            dial();
        } else if (open) {
            open = false;
            cast.score().error(why);
        } else {
            cast.score().failed(why);
        }
    }

    private void text(byte[] bytes, int from, int length) {
        if (cast.mode() == Mode.RAW) {
            part.hear(bytes, from, length);
            return;
        }
        switch (bytes[from]) {
            case '0' -> greeted();
            case '2' -> control(ClientFrames.TEXT, ENGINE_PONG);
            case '4' -> message(bytes, from, length);
            case '6' -> {}
            default -> throw new IllegalStateException("Engine.IO packet of type " + (char) bytes[from]);
        }
    }

    private void greeted() {
        if (cast.mode().isSocketIo()) {
            control(ClientFrames.TEXT, CONNECT);
        } else {
            opened();
        }
    }

    private void message(byte[] bytes, int from, int length) {
        if (open || !cast.mode().isSocketIo()) {
            part.hear(bytes, from, length);
        } else if (length > 1 && bytes[from + 1] == (entering ? '3' : '0')) {
            connected();
        } else {
            throw new IllegalStateException("the server refuses to connect: " + Excerpt.of(bytes, from, length));
        }
    }

    /** Or in the room, which is the last thing before the load. */
    private void connected() {
        entering = !entering && cast.entersRoom(number);
        if (entering) {
            control(ClientFrames.TEXT, ENTER);
        } else {
            opened();
        }
    }

    private void opened() {
        open = true;
        if (!counted) {
            counted = true;
            cast.score().ready();
        }
        if (cast.mode() == Mode.CONNECT) {
            cast.score().counted(System.nanoTime() - dialledAt);
            closing = true;
            control(ClientFrames.CLOSE, NORMAL_CLOSURE);
        }
    }

    private void closed(byte[] body) {
        if (!closing) {
            int code = body.length < 2 ? 1005 : ((body[0] & 0xFF) << 8) | (body[1] & 0xFF);
            throw new IllegalStateException("the server closed with code " + code);
        }
        if (wire != null) {
            wire.close();
        }
        dial();
    }

    private void control(int opcode, byte[] content) {
        if (wire != null) {
            ClientFrames.put(wire.output(LARGEST_CONTROL_FRAME), opcode, content);
        }
    }
}
