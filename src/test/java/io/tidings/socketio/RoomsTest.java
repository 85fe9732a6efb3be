package io.tidings.socketio;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.api.Socket;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Rooms of every size. */
class RoomsTest {

    private static final int CROWD = 30;

    @RegisterExtension
    final ServerUnderTest test = new ServerUnderTest();

    private int reached(String room) {
        return test.server().namespaces().main().crowd().rooms().in(room).length;
    }

    private List<Socket> sockets() {
        List<Socket> sockets = new ArrayList<>();
        for (int i = 0; i < CROWD; i++) {
            sockets.add(test.socket(test.client().connect()));
        }
        return sockets;
    }

    @Test
    void holdAnyNumberOfSocketsEachOnce() {
        List<Socket> sockets = sockets();
        for (int i = 0; i < CROWD; i++) {
            sockets.get(i).join("room");
            sockets.get(i).join("room");
            assertThat(reached("room")).isEqualTo(i + 1);
        }
        for (int i = 0; i < CROWD; i++) {
            sockets.get(i).leave("room");
            sockets.get(i).leave("room");
            assertThat(reached("room")).isEqualTo(CROWD - i - 1);
        }
        assertThat(test.server().namespaces().main().crowd().rooms().count()).isZero();
    }

    @Test
    void growAndShrinkWithTheSameSockets() {
        List<Socket> sockets = sockets();
        for (int round = 0; round < 3; round++) {
            sockets.forEach(socket -> socket.join("room"));
            assertThat(test.server().namespaces().main().crowd().rooms().in("room"))
                    .containsExactlyInAnyOrderElementsOf(
                            sockets.stream().map(ClientSocket.class::cast).toList());
            sockets.forEach(socket -> socket.leave("room"));
        }
    }

    @Test
    void mayBeWalkedThroughWhileTheyChange() {
        sockets().forEach(socket -> socket.join("room"));

        test.io().to("room").disconnectSockets();
        assertThat(reached("room")).isZero();

        sockets().forEach(socket -> socket.join("room"));
        test.io().to("room").socketsLeave("room");
        assertThat(reached("room")).isZero();
    }

    @Test
    @DisplayName("A-05 the room of a socket's own id cannot be left, and those of users have no names")
    void theRoomOfItsOwnIdCannotBeLeft() {
        Client client = test.client();
        Socket socket = test.socket(client.connect());

        socket.leave(socket.id());
        test.io().to(socket.id()).emit("still here");

        assertThat(client.received()).containsExactly("2[\"still here\"]");
        assertThat(test.server().namespaces().main().crowd().rooms().count()).isZero();
    }
}
