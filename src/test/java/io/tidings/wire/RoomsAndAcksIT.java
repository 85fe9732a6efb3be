package io.tidings.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rooms that clients must not choose, or not so many of, and acknowledgements that nobody waits for. */
@On(Setup.UPGRADE)
class RoomsAndAcksIT extends HostileInput {

    private static final String FAILURE = "the application failed on an event";
    private static final String ERROR = "[{\"error\":\"Internal error\"}]";
    private static final int MOST_ROOMS = 1_000;
    private static final int MOST_PENDING = 10_000;

    RoomsAndAcksIT(Node node) {
        super(node);
    }

    private WebSocketClient client() {
        return (WebSocketClient) Place.CUSTOM.enter(node, Way.WEBSOCKET);
    }

    private static String join(int ackId, String room) {
        return "2/hostile," + ackId + "[\"join-room\",\"" + room + "\"]";
    }

    @Test
    @DisplayName("A-05 lets no client choose its rooms, nor hear what is told to another")
    void letsNobodyListenIn() {
        try (WebSocketClient victim = WebSocketClient.open(node.port());
                WebSocketClient spy = WebSocketClient.open(node.port());
                WebSocketClient teller = client()) {
            String id = victim.connect("/hostile");
            String start = "0/hostile,{\"room\":\"" + id + "\",\"rooms\":[\"" + id + "\"],\"sid\":\"" + id + "\"}";
            assertThat(spy.ask(start)).startsWith("0/hostile,{\"sid\":").doesNotContain(id);
            for (String event :
                    List.of("join", "subscribe", "room", "socketsJoin", "__cluster", "join-room ", "Join-Room")) {
                spy.say("2/hostile,[\"" + event + "\",\"" + id + "\"]");
            }
            teller.say("2/hostile,[\"tell\",\"" + id + "\",\"secret\"]");
            assertThat(victim.next()).isEqualTo("2/hostile,[\"told\",\"secret\"]");
            assertThat(spy.ask("2/hostile,1[\"back\",1]")).isEqualTo("3/hostile,1[1]");
        }
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"__cluster", "/", "/hostile", "\\u0000", "constructor", "a,b"})
    @DisplayName("A-05, A-08 keeps a room whatever it is called, and reaches nobody else by it")
    void keepsRoomsOfAnyName(String room) {
        try (WebSocketClient client = client();
                WebSocketClient teller = client()) {
            assertThat(client.ask(join(1, room))).isEqualTo("3/hostile,1[2]");
            teller.say("2/hostile,[\"tell\",\"" + room + "\",\"hello\"]");
            assertThat(client.next()).isEqualTo("2/hostile,[\"told\",\"hello\"]");
        }
    }

    @Test
    @DisplayName("A-08 lets a client into so many rooms of such names, and no more")
    void limitsRooms() {
        node.log().expect(FAILURE);
        try (WebSocketClient client = client()) {
            assertThat(client.ask(join(1, ""))).isEqualTo("3/hostile,1" + ERROR);
            assertThat(client.ask(join(2, "r".repeat(257)))).isEqualTo("3/hostile,2" + ERROR);
            for (int i = 1; i <= MOST_ROOMS; i++) {
                client.ask(join(3, "room-" + i));
            }
            for (int i = 0; i < 5_000; i += 100) {
                String[] joins = new String[100];
                for (int k = 0; k < 100; k++) {
                    joins[k] = join(4, "more-" + (i + k));
                }
                client.say(joins);
                for (int k = 0; k < 100; k++) {
                    assertThat(client.next()).isEqualTo("3/hostile,4" + ERROR);
                }
            }
            assertThat(client.ask(join(5, "room-1"))).isEqualTo("3/hostile,5[" + (MOST_ROOMS + 1) + "]");
        }
    }

    @Test
    @DisplayName("A-08 forgets rooms with their last member")
    void forgetsRooms() {
        long before = node.server().process().probe().liveHeap();
        String name = "r".repeat(240);
        List<WebSocketClient> clients = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            WebSocketClient client = client();
            clients.add(client);
            for (int room = 1; room < MOST_ROOMS; room += 333) {
                String[] joins = new String[333];
                for (int k = 0; k < joins.length; k++) {
                    joins[k] = "2/hostile,[\"join-room\",\"" + name + i + "-" + (room + k) + "\"]";
                }
                client.say(joins);
            }
            assertThat(client.ask(join(1, "last"))).isEqualTo("3/hostile,1[1001]");
        }
        long full = node.server().process().probe().liveHeap();
        clients.forEach(WebSocketClient::reset);
        node.await("the clients to go", () -> node.status("sockets") == 2);
        // servers let go of a connection a moment after we have heard of its end
        node.await("the rooms to be let go of", () -> {
            long after = node.server().process().probe().liveHeap();
            Measurements.note(node + ": 20 000 rooms of 240 letters " + (full - before) + " bytes, " + (after - before)
                    + " when they are gone");
            return after - before < (full - before) / 3;
        });
    }

    @Test
    @DisplayName("A-09 asks a client no more when it owes very many acknowledgements, and forgets them with it")
    void limitsPendingAcks() {
        try (WebSocketClient counter = client()) {
            counter.ask("2/hostile,0[\"forget\"]");
            try (WebSocketClient silent = client()) {
                for (int i = 0; i < 24; i++) {
                    silent.say("2/hostile,1[\"ask-me\",500,60000]");
                    readUntil(silent, "3/hostile,1[500]");
                }
                node.await(
                        "the rest to be refused",
                        () -> counter.ask("2/hostile,1[\"outcomes\"]")
                                .equals("3/hostile,1[{\"TOO_MANY_PENDING\":2000}]"));
                assertThat(node.status("deadlines")).isGreaterThan(MOST_PENDING);
            }
            String all = "{\"DISCONNECTED\":" + MOST_PENDING + ",\"TOO_MANY_PENDING\":2000}";
            node.await(
                    "the questions to end",
                    () -> counter.ask("2/hostile,2[\"outcomes\"]").equals("3/hostile,2[" + all + "]"));
        }
    }

    private static void readUntil(WebSocketClient client, String last) {
        String heard = client.next();
        while (!heard.equals(last)) {
            assertThat(heard).startsWith("2/hostile,");
            heard = client.next();
        }
    }

    @Test
    @DisplayName(
            "A-09, S-07 waits for an acknowledgement only so long, and ignores what comes later, twice or from others")
    void waitsForAcksOnlySoLong() {
        try (WebSocketClient client = client()) {
            client.ask("2/hostile,0[\"forget\"]");
            client.say("2/hostile,1[\"ask-me\",1,60000]");
            String question = client.next();
            String ackId = question.substring("2/hostile,".length(), question.indexOf('['));
            assertThat(client.next()).isEqualTo("3/hostile,1[1]");
            try (WebSocketClient forger = client()) {
                forger.say("3/hostile," + ackId + "[\"forged\"]", "3" + ackId + "[\"elsewhere\"]");
            }
            assertThat(client.ask("2/hostile,2[\"outcomes\"]")).isEqualTo("3/hostile,2[{}]");
            client.say("3/hostile," + ackId + "[\"mine\"]", "3/hostile," + ackId + "[\"again\"]");
            node.await(
                    "the answer to be counted",
                    () -> client.ask("2/hostile,3[\"outcomes\"]").equals("3/hostile,3[{\"ANSWERED\":1}]"));

            client.say("2/hostile,4[\"ask-me\",500,300]");
            readUntil(client, "3/hostile,4[500]");
            node.await(
                    "the others to end",
                    () -> client.ask("2/hostile,5[\"outcomes\"]")
                            .equals("3/hostile,5[{\"ANSWERED\":1,\"TIMED_OUT\":500}]"));
            client.say(question.replace("2/hostile,", "3/hostile,").replaceFirst("\\[.*", "[\"late\"]"));
            assertThat(client.ask("2/hostile,6[\"back\",6]")).isEqualTo("3/hostile,6[6]");
        }
    }

    @Test
    @DisplayName("A-09 ignores any number of acknowledgements that nobody waits for")
    void ignoresStrayAcks() {
        for (Way way : Way.of(node)) {
            try (Client client = Place.CUSTOM.enter(node, way)) {
                Said[] acks = new Said[1_000];
                for (int i = 0; i < acks.length; i++) {
                    acks[i] = Said.text("3/hostile," + (i % 2 == 0 ? i : 9007199254740991L - i) + "[\"nobody asked\"]");
                }
                for (int round = 0; round < (way == Way.WEBSOCKET ? 100 : 10); round++) {
                    client.send(acks);
                }
                assertThat(client.ask("2/hostile,1[\"back\",1]")).isEqualTo("3/hostile,1[1]");
            }
        }
    }

    @Test
    @DisplayName("A-09 acknowledges as many events as a client takes the answers of, under whatever ids it gives")
    void acknowledgesUnderAnyId() {
        for (Way way : Way.of(node)) {
            try (Client client = Place.MAIN.enter(node, way)) {
                for (String id : List.of("0", "1", "1", "9007199254740991", "9007199254740990", "0")) {
                    assertThat(client.ask("2" + id + "[\"back\",\"x\"]")).isEqualTo("3" + id + "[\"x\"]");
                }
            }
        }
        Said[] events = new Said[200];
        try (WebSocketClient client = (WebSocketClient) Place.MAIN.enter(node, Way.WEBSOCKET)) {
            for (int round = 0; round < 100; round++) {
                for (int i = 0; i < events.length; i++) {
                    events[i] = Said.text("2" + (round * events.length + i) + "[\"echo\",\"x\"]");
                }
                client.send(events);
                for (int i = 0; i < events.length; i++) {
                    assertThat(client.next()).isEqualTo("3" + (round * events.length + i) + "[\"x\"]");
                }
            }
        }
    }
}
