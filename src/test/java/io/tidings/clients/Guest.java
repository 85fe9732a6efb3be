package io.tidings.clients;

import io.tidings.clients.JavaClient.Way;
import io.tidings.server.AppServer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.json.JSONArray;
import org.json.JSONException;
import org.json.JSONObject;

/** Somebody in a room that all nodes have, who can ask the node about all others. */
final class Guest implements AutoCloseable {

    private static final JSONObject ROOM = room(List.of());

    private final JavaClient client;

    private Guest(JavaClient client) {
        this.client = client;
    }

    static Guest at(AppServer node, String name) {
        io.socket.client.IO.Options options = Way.WEBSOCKET.options();
        options.auth = Map.of("name", name, "rooms", "hall");
        return new Guest(JavaClient.connected(node.uri(), "/nodes", options));
    }

    private static JSONObject room(List<String> except) {
        try {
            return new JSONObject()
                    .put("namespace", "/nodes")
                    .put("rooms", new JSONArray().put("hall"))
                    .put("except", new JSONArray(except))
                    .put("local", false);
        } catch (JSONException e) {
            throw new AssertionError(e);
        }
    }

    /** To all in the room, oneself too. */
    void say(int number) {
        client.emit("tell", ROOM, "said", number);
    }

    int nextHeard() {
        return (Integer) client.next("said").get(0);
    }

    int nodes() {
        return ((JSONArray) client.ask("nodes").get(0)).length();
    }

    /** How many are in the room, as far as the node knows. */
    int present() {
        return ((Number) client.ask("count", ROOM).get(0)).intValue();
    }

    /** Asks all others in the room what nobody answers; in words who has not answered, and why. */
    CompletableFuture<String> askOthers(Duration patience) {
        JSONObject others = room(List.of(client.id()));
        return CompletableFuture.supplyAsync(() -> {
            List<Object> answer =
                    client.ask(patience.multipliedBy(2), "ask all", others, (int) patience.toMillis(), "you?");
            return answer.get(0).toString();
        });
    }

    @Override
    public void close() {
        client.close();
    }
}
