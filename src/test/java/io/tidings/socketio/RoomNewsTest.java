package io.tidings.socketio;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.api.RoomEvent;
import io.tidings.api.Socket;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is told of rooms. */
class RoomNewsTest {

    @RegisterExtension
    final ServerUnderTest test = new ServerUnderTest();

    private Socket connected() {
        Socket socket = test.socket(test.client().connect());
        test.chronicle().lines();
        return socket;
    }

    @Test
    void tellsOfRoomsThatComeIntoBeingAndEnd() {
        Socket first = connected();
        Socket second = connected();

        first.join("a");
        second.join("a");
        first.leave("a");
        second.leave("a");

        assertThat(test.chronicle().lines())
                .containsExactly("created a in /", "joined a", "joined a", "left a", "left a", "deleted a");
    }

    @Test
    void tellsOnlyOfWhatChanges() {
        Socket socket = connected();
        socket.join("a", "a", socket.id());
        socket.join("a");
        socket.leave("b", socket.id());

        assertThat(test.chronicle().lines()).containsExactly("created a in /", "joined a");
        assertThat(socket.rooms()).containsExactlyInAnyOrder(socket.id(), "a");
    }

    @Test
    void tellsOfAllRoomsInTheOrderGiven() {
        Socket socket = connected();
        socket.join("c", "a", "b");
        socket.leave("b", "c");

        assertThat(test.chronicle().lines())
                .containsExactly(
                        "created c in /",
                        "joined c",
                        "created a in /",
                        "joined a",
                        "created b in /",
                        "joined b",
                        "left b",
                        "deleted b",
                        "left c",
                        "deleted c");
    }

    @Test
    void tellsOfRoomsThatASocketLeavesByItsEndBetweenTheTwoNewsOfThat() {
        List<String> log = new ArrayList<>();
        test.io().onConnect(socket -> {
            socket.join("a");
            socket.onDisconnecting(reason -> log.addAll(test.chronicle().lines()));
            socket.onDisconnect(reason -> log.addAll(test.chronicle().lines()));
        });
        Client client = test.client();
        client.connect();
        test.chronicle().lines();

        client.vanish();

        assertThat(log).containsExactly("left a", "deleted a");
        assertThat(test.chronicle().lines()).containsExactly("disconnected: transport close");
    }

    @Test
    void letsWhoHearsOfItDoAnything() {
        List<String> told = new ArrayList<>();
        test.news(new SocketNews() {
            @Override
            public void roomJoined(RoomEvent event) {
                told.add("joined " + event.room());
                if (event.room().length() < 4) {
                    test.io().sockets().forEach(socket -> socket.join(event.room() + "x"));
                }
            }

            @Override
            public void roomLeft(RoomEvent event) {
                told.add("left " + event.room());
                test.io().disconnectSockets();
            }
        });
        Socket first = test.socket(test.client().connect());
        Socket second = test.socket(test.client().connect());

        first.join("a");
        assertThat(told)
                .containsExactly(
                        "joined a", "joined ax", "joined ax", "joined axx", "joined axx", "joined axxx", "joined axxx");
        told.clear();
        second.leave("ax");

        assertThat(told).startsWith("left ax").hasSize(7);
        assertThat(test.io().sockets()).isEmpty();
    }
}
