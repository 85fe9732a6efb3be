package io.tidings.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Packets of Engine.IO that a client must not send, or not so many of them. */
@On({Setup.UPGRADE, Setup.ENDPOINT})
class PacketsIT extends HostileInput {

    private static final int POLICY = 1008;

    PacketsIT(Node node) {
        super(node);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "2probe", "0{}", "0", "7", "x", "", "\u0000", "-1"})
    @DisplayName("E-20, E-22 ends the session of a client that opens, pings or says what is no packet")
    void refusesWhatOnlyServersSay(String packet) {
        WebSocketWire session = WebSocketWire.session(node.port()).text(packet);
        assertThat(session.closeCode()).isEqualTo(1002);
        session.connection().close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"3", "3probe", "6", "5"})
    @DisplayName("E-20 takes a few stray control packets, and ends a flood of them")
    void endsFloods(String packet) {
        WebSocketWire session = WebSocketWire.session(node.port());
        for (int i = 0; i < 20; i++) {
            session.text(packet);
        }
        session.text("4still here");
        assertThat(session.next()).isEqualTo(Frame.text("4still here"));
        byte[] flood = Frame.text(packet).masked();
        for (int i = 0; i < 200_000 && session.connection().trySend(flood); i++) {
            // until the server has had enough
        }
        // what we sent after it closed may have reset the connection before its Close frame was read
        assertThat(session.closeCode()).isIn(POLICY, 1006);
        session.connection().close();
    }

    @Test
    @DisplayName("E-21 keeps a client back that is ahead of a slow handler, and nobody else")
    void holdsBackTheHasty() {
        long threads = node.server().process().probe().threads("");
        WebSocketWire hasty = WebSocketWire.session(node.port(), "/slow/?EIO=4&transport=websocket");
        Thread sender = new Thread(() -> {
            byte[] message = Frame.text("4" + "h".repeat(20_000)).masked();
            for (int i = 0; i < 5_000 && hasty.connection().trySend(message); i++) {
                // blocks as soon as the server stops reading
            }
        });
        sender.start();
        Node.pause(3_000);
        // 100 MB were meant to be on their way
        node.assertEcho();
        assertThat(node.server().process().probe().threads("") - threads).isLessThan(20);
        boolean heldBack = sender.isAlive();
        Measurements.note(node + ": a hasty client is " + (heldBack ? "held back" : "closed"));
        assertThat(heldBack).isEqualTo(node.carriesBy(Setup.UPGRADE));
        hasty.connection().reset();
        // what had arrived is still handled, a second each, although its client has gone
        node.await("the backlog to be handled", Duration.ofMinutes(2), () -> node.status("queued") == 0);
    }

    @Test
    @DisplayName("E-22 hands on nothing that follows a close")
    void ignoresWhatFollowsAClose() {
        WebSocketWire session = WebSocketWire.session(node.port());
        session.text("4before").text("1").text("4after");
        assertThat(session.next()).isEqualTo(Frame.text("4before"));
        assertThat(session.next().isClose()).isTrue();
        session.connection().close();
    }
}
