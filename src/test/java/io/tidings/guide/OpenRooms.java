package io.tidings.guide;

import io.tidings.api.RoomEvent;
import io.tidings.api.event.RoomCreated;
import io.tidings.api.event.RoomDeleted;
import io.tidings.api.handler.Namespace;
import io.tidings.api.handler.OnEvent;
import jakarta.enterprise.event.Observes;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Rooms, as others see them. */
@Namespace("/teams")
public class OpenRooms {

    private final Set<String> open = ConcurrentHashMap.newKeySet();

    void opened(@Observes @RoomCreated RoomEvent room) {
        open.add(room.namespace() + " " + room.room());
    }

    void closed(@Observes @RoomDeleted RoomEvent room) {
        open.remove(room.namespace() + " " + room.room());
    }

    @OnEvent("open rooms")
    Set<String> openRooms() {
        return open;
    }
}
