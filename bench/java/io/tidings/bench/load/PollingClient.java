package io.tidings.bench.load;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One Engine.IO session over long polling, on one kept-alive connection with one request at a time. */
final class PollingClient implements Client, Conversation, HttpAnswers.Sink {

    private static final Pattern SESSION = Pattern.compile("^0.*\"sid\":\"([^\"]+)\"");
    private static final byte SEPARATOR = 0x1E;

    private final int number;
    private final Cast cast;
    private final Echoes echoes;
    private final HttpAnswers answers = new HttpAnswers(this);
    private final PollingRequests requests;
    private @Nullable Wire wire;
    private boolean open;
    private boolean posting;
    private boolean pongIsDue;
    private boolean waiting;

    PollingClient(int number, Cast cast) {
        this.number = number;
        this.cast = cast;
        echoes = cast.echoes(number);
        requests = new PollingRequests(cast.target());
    }

    @Override
    public void dial() {
        wire = cast.dialler().dial(number, this);
    }

    @Override
    public void begin() {
        Wire line = wire;
        if (!waiting || line == null) {
            return;
        }
        next(line);
        try {
            line.flush();
        } catch (IOException e) {
            lost(line, "cannot write: " + e.getMessage());
        }
    }

    @Override
    public void connected(Wire line) {
        if (open) {
            next(line);
        } else {
            requests.get(line);
        }
    }

    @Override
    public int received(Wire line, byte[] bytes, int from, int to) {
        return answers.read(bytes, from, to);
    }

    @Override
    public void answer(HttpAnswers.Head head, byte[] bytes, int from, int length) {
        if (head.status() != 200) {
            throw new IllegalStateException("status " + head.status() + ": " + Excerpt.of(bytes, from, length));
        }
        if (!open) {
            opened(new String(bytes, from, length, StandardCharsets.UTF_8));
        } else if (!posting) {
            packets(bytes, from, from + length);
        }
        Wire line = wire;
        if (head.last() && line != null) {
            line.close();
            dial();
        } else if (line != null) {
            next(line);
        }
    }

    @Override
    public void lost(Wire line, String why) {
        wire = null;
        if (open) {
            cast.score().error(why);
        } else {
            cast.score().failed(why);
        }
    }

    private void opened(String greeting) {
        Matcher session = SESSION.matcher(greeting);
        if (!session.find()) {
            throw new IllegalStateException("no open packet: " + greeting);
        }
        requests.session(session.group(1));
        open = true;
        cast.score().ready();
    }

    /** What is due goes first; else the next GET waits for what comes. */
    private void next(Wire line) {
        boolean echo = cast.mode() == Mode.POLLING_ECHO;
        waiting = echo && !cast.isRunning();
        boolean messages = echo && cast.isRunning() && echoes.mayContinue();
        posting = pongIsDue || messages;
        if (posting) {
            post(line);
        } else if (!waiting) {
            requests.get(line);
        }
    }

    private void post(Wire line) {
        int room = (cast.payload().length() + 1) * echoes.missing() + 2;
        ByteBuffer body = ByteBuffer.allocate(room);
        if (pongIsDue) {
            pongIsDue = false;
            body.put((byte) '3').put(SEPARATOR);
        }
        while (cast.isRunning() && echoes.mayContinue()) {
            cast.payload().put(body, echoes.send());
            body.put(SEPARATOR);
        }
        body.position(body.position() - 1);
        requests.post(line, body.flip());
    }

    private void packets(byte[] bytes, int from, int to) {
        int start = from;
        for (int i = from; i <= to; i++) {
            if (i == to || bytes[i] == SEPARATOR) {
                packet(bytes, start, i - start);
                start = i + 1;
            }
        }
    }

    private void packet(byte[] bytes, int from, int length) {
        int type = length == 0 ? -1 : bytes[from];
        switch (type) {
            case '2' -> pongIsDue = true;
            case '4' -> echoes.returned(bytes, from, length);
            case '6' -> {}
            default -> throw new IllegalStateException("Engine.IO packet of type " + type);
        }
    }
}
