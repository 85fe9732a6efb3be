package io.tidings.demo;

import io.tidings.api.RemoteSocket;
import java.security.Principal;

/** Somebody in a room; the same name with another id is the same user, who has come back. */
public record Member(String id, String name) {

    static Member of(RemoteSocket socket) {
        return new Member(
                socket.id(), socket.principal().map(Principal::getName).orElse(""));
    }
}
