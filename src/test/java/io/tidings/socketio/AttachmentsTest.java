package io.tidings.socketio;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.engine.CloseReason;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Packets whose parts come one after another, or do not come. */
class AttachmentsTest {

    private static final String THREE =
            "53-[\"x\",{\"_placeholder\":true,\"num\":0},{\"_placeholder\":true,\"num\":1},{\"_placeholder\":true,\"num\":2}]";

    @RegisterExtension
    final ServerUnderTest test = new ServerUnderTest();

    private final List<String> log = new ArrayList<>();

    @BeforeEach
    void listen() {
        test.io()
                .onConnect(socket -> socket.on(
                        "x",
                        (arguments, ack) -> arguments
                                .list()
                                .forEach(argument ->
                                        log.add(new String(argument.as(byte[].class), StandardCharsets.UTF_8)))));
    }

    private Client connected() {
        Client client = test.client();
        client.connect();
        return client;
    }

    @Test
    void makeOneEvent() {
        Client client = connected();

        client.send(THREE, "<a>", "<b>");
        assertThat(log).isEmpty();
        client.send("<c>");

        assertThat(log).containsExactly("a", "b", "c");
        assertThat(test.queuedBytes()).isZero();
    }

    @Test
    @DisplayName("P-18 are charged to the node while they are incomplete")
    void areChargedToTheNodeWhileTheyAreIncomplete() {
        Client client = connected();

        client.send(THREE);
        long header = test.queuedBytes();
        assertThat(header).isPositive();
        client.send("<12345>");
        assertThat(test.queuedBytes()).isEqualTo(header + 5);
        client.send("<123>");
        assertThat(test.queuedBytes()).isEqualTo(header + 8);
        client.send("<>");

        assertThat(test.queuedBytes()).isZero();
    }

    @Test
    @DisplayName("P-04 are not waited for without end")
    void areNotWaitedForWithoutEnd() {
        Client client = connected();
        client.send(THREE, "<a>");
        test.pass(Rules.ATTACHMENT_TIMEOUT.minusSeconds(1));
        client.send("<b>");
        assertThat(client.isOpen()).isTrue();

        test.pass(Duration.ofSeconds(2));

        client.isClosedFor(CloseReason.PARSE_ERROR);
        assertThat(test.queuedBytes()).isZero();
        assertThat(log).isEmpty();
    }

    @Test
    void haveTheirTimeAnewForEachPacket() {
        Client client = connected();
        for (int i = 0; i < 5; i++) {
            client.send(THREE, "<a>");
            test.pass(Duration.ofSeconds(8));
            client.send("<b>", "<c>");
            assertThat(client.isOpen()).isTrue();
        }
        test.pass(Duration.ofSeconds(20));
        assertThat(client.isOpen()).isTrue();
    }

    @Test
    void doNotRunOutOfTimeWhileNothingIsRead() {
        Client client = connected();
        test.executor().hold();
        for (int i = 0; i < 64; i++) {
            client.send("2[\"x\"]");
        }
        assertThat(client.isHeldUp()).isTrue();
        client.send(THREE);

        test.pass(Duration.ofSeconds(30));
        assertThat(client.isOpen()).isTrue();
        test.executor().release();
        client.send("<a>", "<b>", "<c>");
        assertThat(log).containsExactly("a", "b", "c");

        client.send(THREE);
        test.pass(Duration.ofSeconds(11));
        client.isClosedFor(CloseReason.PARSE_ERROR);
    }

    @Test
    @DisplayName("P-04 are forgotten with their client")
    void areForgottenWithTheirClient() {
        Client client = connected();
        client.send(THREE, "<a>", "<b>");

        client.vanish();

        assertThat(test.queuedBytes()).isZero();
    }

    @Test
    @DisplayName("P-07, P-08 are refused without their packet, and their packet without them")
    void areRefusedWithoutTheirPacket() {
        Client stray = connected();
        stray.send("<stray>");
        stray.isClosedFor(CloseReason.PARSE_ERROR);

        Client interrupted = connected();
        interrupted.send(THREE, "<a>", "2[\"x\"]");
        interrupted.isClosedFor(CloseReason.PARSE_ERROR);
        assertThat(test.queuedBytes()).isZero();
    }

    @Test
    @DisplayName("P-20 end the client for whom the node has no room left")
    void endTheClientForWhomTheNodeHasNoRoomLeft() {
        test.nodeLimit(2_000);
        List<Client> clients = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            Client client = connected();
            clients.add(client);
            client.send(THREE, "<" + "a".repeat(400) + ">");
        }

        assertThat(clients).filteredOn(Client::isOpen).hasSizeBetween(3, 4);
        assertThat(clients)
                .filteredOn(client -> !client.isOpen())
                .allSatisfy(client -> client.isClosedFor(CloseReason.OVERLOADED));
        assertThat(test.queuedBytes()).isLessThanOrEqualTo(2_000);
        clients.forEach(Client::vanish);
        assertThat(test.queuedBytes()).isZero();
    }

    @Test
    @DisplayName("P-19 of an acknowledgement that nobody asked for are taken and dropped")
    void ofAnAcknowledgementThatNobodyAskedForAreDropped() {
        Client client = connected();

        client.send("61-13[{\"_placeholder\":true,\"num\":0}]", "<data>");

        assertThat(client.isOpen()).isTrue();
        assertThat(test.queuedBytes()).isZero();
    }
}
