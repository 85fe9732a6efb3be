package io.tidings.cluster;

import io.tidings.api.Answers;
import io.tidings.protocol.Bytes;
import io.tidings.protocol.socketio.Payload;
import io.tidings.socketio.Holder;
import io.tidings.socketio.Parts;
import io.tidings.socketio.Said;
import io.tidings.socketio.Selection;
import io.tidings.socketio.SocketCopy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The sockets of a node that are none: notes what it is told, and answers with its own name. */
final class RecordingHolder implements Holder {

    final List<String> done = new ArrayList<>();
    final List<Parts<Said>> open = new ArrayList<>();
    private final String name;
    boolean answersLater;
    boolean isPoisoned;
    int copies;
    int padding;

    RecordingHolder(String name) {
        this.name = name;
    }

    /** The texts of the events that it was told to emit. */
    List<String> emitted() {
        return done.stream()
                .filter(line -> line.startsWith("emit "))
                .map(line -> line.substring(line.indexOf('[')))
                .toList();
    }

    static Payload payload(String json) {
        return Payload.of(Bytes.utf8(json));
    }

    private void note(String what, String namespace, Selection selection, Object more) {
        done.add(what + " " + namespace + " to " + new TreeSet<>(selection.rooms())
                + (selection.users().isEmpty() ? "" : " users " + new TreeSet<>(selection.users()))
                + (selection.except().isEmpty() ? "" : " except " + new TreeSet<>(selection.except()))
                + (selection.isVolatile() ? " volatile" : "") + (selection.isCompressed() ? "" : " uncompressed")
                + " " + more);
    }

    @Override
    public void emit(String namespace, Selection selection, Payload event) {
        if (isPoisoned) {
            throw new IllegalStateException("as the test wants");
        }
        done.add("emit " + namespace + " " + event.json().toUtf8String());
    }

    @Override
    public void ask(String namespace, Selection selection, Payload event, Duration patience, Parts<Said> answers) {
        note("ask", namespace, selection, event.json().toUtf8String() + " " + patience);
        answer(answers);
    }

    private void answer(Parts<Said> answers) {
        if (answersLater) {
            open.add(answers);
            return;
        }
        answers.arrived(new Said(name, payload("[\"" + name + "\"]")));
        answers.missing(new Answers.Missing(name + "-silent", Answers.Reason.TIMED_OUT));
        answers.end();
    }

    @Override
    public void fetch(String namespace, Selection selection, Duration patience, Parts<SocketCopy> sockets) {
        note("fetch", namespace, selection, "");
        for (int i = 0; i < copies; i++) {
            sockets.arrived(PartCodecTest.socket(name + i + "x".repeat(padding)));
        }
        sockets.end();
    }

    @Override
    public void count(String namespace, Selection selection, Duration patience, Parts<Long> counts) {
        note("count", namespace, selection, "");
        counts.arrived(3L);
        counts.end();
    }

    @Override
    public void rooms(String namespace, Duration patience, Parts<Map<String, Long>> rooms) {
        done.add("rooms " + namespace);
        rooms.arrived(Map.of("lobby", 2L, name, 1L));
        rooms.end();
    }

    @Override
    public void join(String namespace, Selection selection, Set<String> rooms) {
        note("join", namespace, selection, new TreeSet<>(rooms));
    }

    @Override
    public void leave(String namespace, Selection selection, Set<String> rooms) {
        note("leave", namespace, selection, new TreeSet<>(rooms));
    }

    @Override
    public void disconnect(String namespace, Selection selection, boolean close) {
        note("disconnect", namespace, selection, close);
    }

    @Override
    public void tellServers(String namespace, Payload event) {
        done.add("tell " + namespace + " " + event.json().toUtf8String());
    }

    @Override
    public void askServers(String namespace, Payload event, Duration patience, Parts<Said> answers) {
        done.add("ask servers " + namespace + " " + event.json().toUtf8String() + " " + patience);
        answer(answers);
    }
}
