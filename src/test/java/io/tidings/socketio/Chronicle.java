package io.tidings.socketio;

import io.tidings.api.DisconnectReason;
import io.tidings.api.IncomingEvent;
import io.tidings.api.RoomEvent;
import io.tidings.api.Socket;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Notes the news of a server, and how each socket came and went. */
final class Chronicle implements SocketNews {

    private final List<String> lines = new ArrayList<>();
    private final List<String> came = new ArrayList<>();
    private final List<String> went = new ArrayList<>();
    private final Set<String> heard = new HashSet<>();

    /** From now on somebody wants to hear of events of that name. */
    void hear(String event) {
        heard.add(event);
    }

    /** The news since the last look. */
    synchronized List<String> lines() {
        List<String> all = List.copyOf(lines);
        lines.clear();
        return all;
    }

    /** Ids of sockets in the order in which they came. */
    synchronized List<String> came() {
        return List.copyOf(came);
    }

    synchronized List<String> went() {
        return List.copyOf(went);
    }

    private synchronized void note(String line) {
        lines.add(line);
    }

    @Override
    public synchronized void connected(Socket socket) {
        came.add(socket.id());
        note("connected");
    }

    @Override
    public synchronized void disconnected(Socket socket, DisconnectReason reason) {
        went.add(socket.id());
        note("disconnected: " + reason);
    }

    @Override
    public boolean hears(String event) {
        return heard.contains(event);
    }

    @Override
    public void received(IncomingEvent event) {
        note("received " + event.name());
    }

    @Override
    public void roomCreated(RoomEvent event) {
        note("created " + event.room() + " in " + event.namespace());
    }

    @Override
    public void roomDeleted(RoomEvent event) {
        note("deleted " + event.room());
    }

    @Override
    public void roomJoined(RoomEvent event) {
        note("joined " + event.room() + (event.socket().isPresent() ? "" : " by nobody"));
    }

    @Override
    public void roomLeft(RoomEvent event) {
        note("left " + event.room() + (event.socket().isPresent() ? "" : " by nobody"));
    }
}
