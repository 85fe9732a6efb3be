package io.tidings.socketio;

import io.tidings.api.Answers;
import io.tidings.api.RemoteSocket;
import io.tidings.protocol.socketio.Payload;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Another node that notes what it is told, and answers as a test wants. */
final class FakeCluster implements Cluster {

    private final List<String> told = new ArrayList<>();
    private boolean isAlone;

    CompletableFuture<Answers> answers = new CompletableFuture<>();
    CompletableFuture<List<RemoteSocket>> sockets = new CompletableFuture<>();

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
    public CompletionStage<Answers> ask(String namespace, Selection selection, Payload event, Duration timeout) {
        note("ask", namespace, selection, text(event), timeout);
        return answers;
    }

    @Override
    public CompletionStage<List<RemoteSocket>> fetch(String namespace, Selection selection, Duration timeout) {
        note("fetch", namespace, selection, timeout);
        return sockets;
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
    public CompletionStage<Answers> askServers(String namespace, Payload event, Duration timeout) {
        told.add("ask servers of " + namespace + " " + text(event) + " " + timeout);
        return answers;
    }
}
