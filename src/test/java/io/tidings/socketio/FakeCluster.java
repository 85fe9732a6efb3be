package io.tidings.socketio;

import io.tidings.api.Answers;
import io.tidings.protocol.socketio.Payload;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Another node that notes what it is told, and answers as a test wants. */
final class FakeCluster implements Cluster {

    private final List<String> told = new ArrayList<>();
    private boolean isAlone;
    private @Nullable Holder here;

    /** Where that goes which it was asked for last. */
    private @Nullable Parts<Said> asked;

    private @Nullable Parts<SocketCopy> fetched;

    @Override
    public void start(Holder given) {
        here = given;
    }

    /** What other nodes tell. */
    Holder here() {
        return Objects.requireNonNull(here);
    }

    /** Other nodes answer. */
    void answer(List<Said> said, List<Answers.Missing> missing) {
        Parts<Said> to = Objects.requireNonNull(asked);
        said.forEach(to::arrived);
        missing.forEach(to::missing);
        to.end();
    }

    /** Other nodes have these sockets. */
    void bring(List<SocketCopy> sockets, List<Answers.Missing> missing) {
        Parts<SocketCopy> to = Objects.requireNonNull(fetched);
        sockets.forEach(to::arrived);
        missing.forEach(to::missing);
        to.end();
    }

    /** What it has been told since the last look. */
    List<String> told() {
        List<String> all = List.copyOf(told);
        told.clear();
        return all;
    }

    void leave() {
        isAlone = true;
    }

    @Override
    public boolean hasOthers() {
        return !isAlone;
    }

    private void note(String what, String namespace, Selection selection, Object... more) {
        StringBuilder words = new StringBuilder(what).append(' ').append(namespace);
        words.append(" to ").append(new TreeSet<>(selection.rooms()));
        words.append(selection.users().isEmpty() ? "" : " users " + new TreeSet<>(selection.users()));
        words.append(selection.except().isEmpty() ? "" : " except " + new TreeSet<>(selection.except()));
        words.append(selection.isVolatile() ? " volatile" : "");
        words.append(selection.isCompressed() ? "" : " uncompressed");
        for (Object each : more) {
            words.append(' ').append(each);
        }
        told.add(words.toString());
    }

    private static String text(Payload payload) {
        return payload.json().toUtf8String();
    }

    @Override
    public void emit(String namespace, Selection selection, Payload event) {
        note("emit", namespace, selection, text(event));
    }

    @Override
    public void ask(String namespace, Selection selection, Payload event, Duration patience, Parts<Said> answers) {
        note("ask", namespace, selection, text(event), patience);
        asked = answers;
    }

    @Override
    public void fetch(String namespace, Selection selection, Duration patience, Parts<SocketCopy> sockets) {
        note("fetch", namespace, selection, patience);
        fetched = sockets;
    }

    @Override
    public void count(String namespace, Selection selection, Duration patience, Parts<Long> counts) {
        note("count", namespace, selection, patience);
        counts.arrived(40L);
        counts.arrived(2L);
        counts.end();
    }

    @Override
    public void rooms(String namespace, Duration patience, Parts<Map<String, Long>> rooms) {
        told.add("rooms " + namespace + " " + patience);
        rooms.arrived(Map.of("a", 2L));
        rooms.missing(new Answers.Missing("node-3", Answers.Reason.TIMED_OUT));
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
        told.add("tell servers of " + namespace + " " + text(event));
    }

    @Override
    public void askServers(String namespace, Payload event, Duration patience, Parts<Said> answers) {
        told.add("ask servers of " + namespace + " " + text(event) + " " + patience);
        asked = answers;
    }

    @Override
    public String id() {
        return "node-1";
    }
}
