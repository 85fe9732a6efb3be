package io.tidings.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Attachments that nobody announced, that are too many or too big, or that do not come. */
@On({Setup.UPGRADE, Setup.ENDPOINT})
class AttachmentsIT extends HostileInput {

    private static final String FIRST = "{\"_placeholder\":true,\"num\":0}";
    private static final String SECOND = "{\"_placeholder\":true,\"num\":1}";
    private static final int MESSAGE = 1_000_000;
    private static final int OVERLOADED = 1013;

    AttachmentsIT(Node node) {
        super(node);
    }

    /** The header of an event with so many attachments. */
    private static String header(int count, String namespaceAndId, String event) {
        StringBuilder header = new StringBuilder("5" + count + "-" + namespaceAndId + "[\"" + event + "\"");
        for (int i = 0; i < count; i++) {
            header.append(",{\"_placeholder\":true,\"num\":").append(i).append('}');
        }
        return header.append(']').toString();
    }

    @Test
    @DisplayName("P-01 keeps nothing of the attachments that follow a refused header")
    void keepsNothingBehindARefusedHeader() {
        WebSocketClient client = (WebSocketClient) Place.MAIN.enter(node, Way.WEBSOCKET);
        client.say("50-[\"x\"]");
        Said attachment = Said.attachment(100_000);
        for (int i = 0; i < 10_000 && client.trySend(attachment); i++) {
            // until the server has closed the connection
        }
        assertThat(node.status("queued")).isZero();
        assertThat(client.closeCode()).isIn(1002, 1006);
        client.close();
    }

    @Test
    @DisplayName("P-03 ends the session of somebody outside with the header, before any attachment")
    void refusesHeadersFromOutside() {
        String packet = "52-~[\"my message\",\"a\"," + SECOND + "," + FIRST + "]";
        for (Way way : Way.of(node)) {
            for (String namespace : List.of("", "/hostile,", "/nobody,")) {
                Client client = way.open(node);
                client.say(packet.replace("~", namespace));
                assertThat(client.isEnded()).isTrue();
                client.close();
            }
            Client inside = Place.MAIN.enter(node, way);
            inside.say(packet.replace("~", "/hostile,"));
            assertThat(inside.isEnded()).isTrue();
            inside.close();
        }
    }

    @Test
    @DisplayName("P-04 forgets the beginning of a packet when its client leaves, one way or another")
    void forgetsWhatIsNotFinished() {
        for (Way way : Way.of(node)) {
            Client leaving = beginning(way);
            leaving.close();
        }
        WebSocketClient killed = (WebSocketClient) beginning(Way.WEBSOCKET);
        killed.reset();
        node.await("what was held to be forgotten", () -> node.status("queued") == 0);
    }

    @Test
    @DisplayName("P-04, P-08 ends the session of a client that leaves the namespace in the middle of a packet")
    void refusesToBeLeftInTheMiddleOfAPacket() {
        for (Way way : Way.of(node)) {
            Client leaving = beginning(way);
            leaving.say("1/hostile,");
            assertThat(leaving.isEnded()).isTrue();
            leaving.close();
        }
    }

    @Test
    @DisplayName("P-04 ends the session of a client whose attachments do not come in time")
    void waitsForAttachmentsOnlySoLong() {
        WebSocketClient silent = (WebSocketClient) beginning(Way.WEBSOCKET);
        node.await("the beginning to arrive", () -> node.status("queued") > 900_000);
        assertThat(silent.closeCode()).isEqualTo(1002);
        node.await("the bytes to be given back", () -> node.status("queued") == 0);
        silent.close();
    }

    private Client beginning(Way way) {
        Client client = Place.CUSTOM.enter(node, way);
        client.send(Said.text(header(3, "/hostile,", "sizes")), Said.attachment(600_000));
        client.send(Said.attachment(300_100));
        return client;
    }

    @Test
    @DisplayName("P-07 ends the session of a client that sends an attachment to nothing")
    void refusesAttachmentsOfNothing() {
        for (Way way : Way.of(node)) {
            for (Place place : Place.values()) {
                Client client = place.enter(node, way);
                client.send(Said.attachment(1), Said.text(place.address("2~[\"shout\",\"behind\"]")));
                assertThat(client.isEnded()).isTrue();
                client.close();
            }
        }
    }

    @Test
    @DisplayName("P-07 takes text in a binary frame for an attachment")
    void takesTextInBinaryFramesForAttachments() {
        Client client = Place.MAIN.enter(node, Way.WEBSOCKET);
        client.send(Said.attachment("42[\"shout\",\"in binary\"]".getBytes(StandardCharsets.UTF_8)));
        assertThat(client.isEnded()).isTrue();
        client.close();
    }

    @Test
    @DisplayName("P-05 ends the session although the attachment has come")
    void refusesPlaceholdersWithTheirAttachment() {
        for (Way way : Way.of(node)) {
            Client client = Place.MAIN.enter(node, way);
            client.send(
                    Said.text("51-[\"hello\",{\"_placeholder\":true,\"num\":\"splice\"}]"),
                    Said.attachment(1),
                    Said.text("2[\"shout\",\"behind\"]"));
            assertThat(client.isEnded()).isTrue();
            client.close();
        }
    }

    @Test
    @DisplayName("P-18 takes ten attachments as big as messages may be, and not a byte more")
    void limitsTheSizeOfAPacket() {
        String header = header(10, "/hostile,1", "sizes");
        int all = 10 * MESSAGE - header.substring(header.indexOf('[')).length();
        assertThat(sendTen(header, all)).isEqualTo("3/hostile,1[" + all + "]");
        assertThat(sendTen(header, all + 1)).isEqualTo(Client.END);
    }

    private String sendTen(String header, int all) {
        try (WebSocketClient client = (WebSocketClient) Place.CUSTOM.enter(node, Way.WEBSOCKET)) {
            client.say(header);
            for (int i = 0; i < 9; i++) {
                client.send(Said.attachment(MESSAGE));
            }
            client.send(Said.attachment(all - 9 * MESSAGE));
            return client.next();
        }
    }

    @Test
    @DisplayName("P-19 ignores binary acknowledgements that nobody waits for, but not their limits")
    void ignoresStrayBinaryAcks() {
        for (Way way : Way.of(node)) {
            try (Client client = Place.CUSTOM.enter(node, way)) {
                client.send(Said.text("61-/hostile,13[" + FIRST + "]"), Said.attachment(100_000));
                assertThat(client.ask("2/hostile,1[\"back\",1]")).isEqualTo("3/hostile,1[1]");
            }
            Client greedy = Place.CUSTOM.enter(node, way);
            greedy.say("611-/hostile,13[]");
            assertThat(greedy.isEnded()).isTrue();
            greedy.close();
        }
    }

    @Test
    @DisplayName("P-20 ends sessions when what is held of all clients together becomes too much")
    void limitsWhatIsHeldOfAll() {
        long budget = 384L * (1 << 20) / 100 * 12;
        String header = header(10, "", "sizes");
        Said attachment = Said.attachment(MESSAGE);
        List<WebSocketClient> clients = new ArrayList<>();
        long most = 0;
        for (int i = 0; i < 10; i++) {
            WebSocketClient client = (WebSocketClient) Place.MAIN.enter(node, Way.WEBSOCKET);
            clients.add(client);
            client.say(header);
            for (int part = 0; part < 9; part++) {
                client.send(attachment);
            }
            most = Math.max(most, node.status("queued"));
        }
        node.assertEcho();
        Measurements.note(node + ": held " + most + " of " + budget + " bytes at most");
        assertThat(most).isLessThanOrEqualTo(budget);
        List<Integer> codes = clients.stream().map(WebSocketClient::closeCode).toList();
        // what we sent after it closed may have reset a connection; the others were waited for until their time was
        // over
        assertThat(codes).containsAnyOf(OVERLOADED, 1006).contains(1002).doesNotContain(0);
        clients.forEach(WebSocketClient::reset);
    }
}
