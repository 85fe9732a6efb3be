package io.tidings.demo;

import io.tidings.api.Answers;
import io.tidings.api.Namespace;
import io.tidings.api.Push;
import io.tidings.api.RefusedException;
import io.tidings.api.SocketIo;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The rooms that are open, on all nodes of a cluster the same. */
@ApplicationScoped
public class Rooms {

    private static final int MOST = 100;

    private final Map<String, Room> rooms = new ConcurrentHashMap<>(
            Map.of("Lobby", new Room("Lobby", Set.of()), "Kitchen", new Room("Kitchen", Set.of())));

    @Inject
    private SocketIo io;

    @Inject
    private Event<Push> pushes;

    private @Nullable CompletionStage<Void> asked;

    void start(@Observes @Initialized(ApplicationScoped.class) Object application) {
        chat().onServerEvent("room", (said, ack) -> learn(said.get(0, Room.class)));
        chat().onServerEvent("rooms", (said, ack) -> ack.send(rooms.values().toArray()));
    }

    private Namespace chat() {
        return io.of("/chat");
    }

    private void learn(Room room) {
        if (rooms.size() < MOST || rooms.containsKey(room.name())) {
            rooms.merge(room.name(), room, Room::and);
        }
    }

    /** Those that a user may enter. */
    CompletionStage<List<Room>> openTo(String user) {
        return allKnown()
                .thenApply(known -> rooms.values().stream()
                        .filter(room -> room.admits(user))
                        .toList());
    }

    /** A node asks the others when its first user comes; what is opened later they tell. */
    private synchronized CompletionStage<Void> allKnown() {
        if (asked == null) {
            asked = chat().serverSideEmitWithAck("rooms").thenAccept(this::learnAll);
        }
        return asked;
    }

    private void learnAll(Answers answers) {
        answers.received().stream()
                .flatMap(answer -> answer.arguments().list().stream())
                .forEach(room -> learn(room.as(Room.class)));
    }

    /** Opens a room if there is none of that name. To open it again with more guests is to invite them. */
    Room open(Room wanted, String user) {
        Room before = rooms.get(wanted.name());
        if (before == null && rooms.size() >= MOST) {
            throw new RefusedException("There are " + MOST + " rooms already.");
        }
        Room room = rooms.merge(wanted.name(), wanted, (open, more) -> open.invite(user, more.guests()));
        if (!room.equals(before)) {
            chat().serverSideEmit("room", room);
            pushes.fire(Push.of("room", room).in("/chat").toUser(room.guests().toArray(String[]::new)));
        }
        return room;
    }
}
