package io.tidings.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names of namespaces that nobody knows, too many of them, and clients that do not wait until they are let in. */
@On(Setup.UPGRADE)
class NamespacesIT extends HostileInput {

    private static final int MOST_PER_CLIENT = 64;
    private static final int MOST_OF_FAMILIES = 200;
    private static final String SHOUT = "[\"shout\",\"from outside\"]";

    NamespacesIT(Node node) {
        super(node);
    }

    private String askOnHostile(String event) {
        try (Client client = Place.CUSTOM.enter(node, Way.WEBSOCKET)) {
            return client.ask("2/hostile,1[\"" + event + "\"]");
        }
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "/%00",
                "/../hostile",
                "/hostile?token=1",
                "/HOSTILE",
                "/ｈostile",
                "/hostile/",
                "//",
                "/ ",
                "/\u0000",
                "/\r\n",
                "/\u001b[2J",
                "/${jndi:ldap://x}",
                "/tenant",
                "/__cluster"
            })
    @DisplayName("P-33, A-05 knows no namespace but those there are, by exactly their names")
    void knowsNamespacesByExactlyTheirNames(String name) {
        for (Way way : Way.of(node)) {
            try (Client client = way.open(node)) {
                assertThat(client.ask("0" + name + ",{}"))
                        .isEqualTo("4" + name + ",{\"message\":\"Invalid namespace\"}");
                assertThat(client.ask("0" + name)).isEqualTo("4" + name + ",{\"message\":\"Invalid namespace\"}");
                client.connect("/hostile");
            }
        }
    }

    @Test
    @DisplayName("P-33 repeats a name of 256 bytes, and no longer one")
    void repeatsNamesThatAreShort() {
        String longest = "/" + "é".repeat(127) + "a";
        for (Way way : Way.of(node)) {
            Client client = way.open(node);
            assertThat(client.ask("0" + longest + ","))
                    .isEqualTo("4" + longest + ",{\"message\":\"Invalid namespace\"}");
            client.say("0" + longest + "a,");
            assertThat(client.isEnded()).isTrue();
            client.close();
        }
    }

    @Test
    @DisplayName("P-34 forgets namespaces that clients have made, as soon as they leave")
    void forgetsNamespacesOfFamilies() {
        try (Client client = Place.CUSTOM.enter(node, Way.WEBSOCKET)) {
            String[] packets = new String[100];
            for (int round = 0; round < 200; round++) {
                for (int i = 0; i < packets.length; i += 2) {
                    String name = "/tenant-" + round + "-" + i + ",";
                    packets[i] = "0" + name;
                    packets[i + 1] = "1" + name;
                }
                client.say(packets);
                for (int i = 0; i < packets.length; i += 2) {
                    assertThat(client.next()).startsWith(packets[i] + "{\"sid\":");
                }
                node.await(
                        "the tenants to go",
                        () -> client.ask("2/hostile,1[\"tenants\"]").equals("3/hostile,1[0]"));
            }
        }
    }

    @Test
    @DisplayName("P-34 lets one client into 64 namespaces at a time")
    void limitsNamespacesOfAClient() {
        for (Way way : Way.of(node)) {
            try (Client client = way.open(node)) {
                for (int i = 0; i < MOST_PER_CLIENT; i++) {
                    client.connect("/tenant-" + i);
                }
                assertThat(client.ask("0/tenant-x,")).isEqualTo("4/tenant-x,{\"message\":\"Too many namespaces\"}");
                client.say("1/tenant-7,");
                client.connect("/tenant-x");
            }
        }
        node.await("the tenants to go", () -> askOnHostile("tenants").equals("3/hostile,1[0]"));
    }

    @Test
    @DisplayName("P-34 lets all clients together make so many namespaces, and no more")
    void limitsNamespacesOfFamilies() {
        List<Client> clients = new ArrayList<>();
        for (int i = 0; i < MOST_OF_FAMILIES; i++) {
            if (i % 50 == 0) {
                clients.add(Way.WEBSOCKET.open(node));
            }
            clients.get(clients.size() - 1).connect("/tenant-" + i);
        }
        Client late = Way.WEBSOCKET.open(node);
        assertThat(late.ask("0/tenant-x,")).isEqualTo("4/tenant-x,{\"message\":\"Too many namespaces\"}");
        late.connect("/tenant-1");
        clients.forEach(Client::close);
        node.await("the others to go", () -> askOnHostile("tenants").equals("3/hostile,1[1]"));
        late.connect("/tenant-x");
        late.close();
    }

    @Test
    @DisplayName("P-28, A-06 ends the session of a client that connects twice to the same namespace")
    void refusesASecondConnect() {
        for (Way way : Way.of(node)) {
            for (Place place : List.of(Place.MAIN, Place.CUSTOM)) {
                Client client = place.enter(node, way);
                client.say(place.address("0~{}"), place.address("2~" + SHOUT));
                assertThat(client.isEnded()).isTrue();
                client.close();
            }
        }
    }

    @Test
    @DisplayName("A-06 lets a client wait at the door once, however often it knocks")
    void letsAClientWaitOnce() {
        askOnHostile("let-in");
        for (Way way : Way.of(node)) {
            Client client = way.open(node);
            client.say("0/guarded,");
            node.await("the client to wait", () -> askOnHostile("waiting").equals("3/hostile,1[1]"));
            Said[] knocks = new Said[1_000];
            Arrays.fill(knocks, Said.text("0/guarded,{}"));
            for (int i = 0; i < (way == Way.WEBSOCKET ? 100 : 1); i++) {
                client.send(knocks);
            }
            assertThat(client.isEnded()).isTrue();
            client.close();
            assertThat(askOnHostile("let-in")).isEqualTo("3/hostile,1[1]");
        }
    }

    @Test
    @DisplayName("A-06 lets a client wait at no more doors than it could be behind")
    void letsAClientWaitAtFewDoors() {
        askOnHostile("let-in");
        try (Client client = Way.WEBSOCKET.open(node)) {
            client.say("0/guarded,");
            for (int i = 1; i < MOST_PER_CLIENT; i++) {
                client.connect("/tenant-" + i);
            }
            assertThat(client.ask("0/tenant-x,")).isEqualTo("4/tenant-x,{\"message\":\"Too many namespaces\"}");
            assertThat(askOnHostile("let-in")).isEqualTo("3/hostile,1[1]");
            assertThat(client.next()).startsWith("0/guarded,{\"sid\":");
        }
    }

    @Test
    @DisplayName("A-06 refuses a client about which nobody decides in time")
    void doesNotLetWaitForEver() {
        try (Client client = Place.MAIN.enter(node, Way.WEBSOCKET)) {
            assertThat(client.ask("0/guarded,")).isEqualTo("4/guarded,{\"message\":\"Timed out\"}");
        }
        askOnHostile("let-in");
    }

    @Test
    @DisplayName("A-07 ends the session of a client that speaks before it is let in")
    void refusesEventsBeforeTheyAreLetIn() {
        for (Way way : Way.of(node)) {
            for (String packet : List.of("2/guarded," + SHOUT, "3/guarded,1[]", "1/guarded,")) {
                Client client = way.open(node);
                client.say("0/guarded,", packet);
                assertThat(client.isEnded()).isTrue();
                client.close();
            }
        }
        askOnHostile("let-in");
    }

    @Test
    @DisplayName("A-07 drops what a client says in a namespace that it has left")
    void dropsEventsAfterLeaving() {
        for (Way way : Way.of(node)) {
            try (Client client = Place.MAIN.enter(node, way)) {
                client.connect("/hostile");
                client.say(
                        "1/hostile,", "2/hostile," + SHOUT, "2/hostile,1[\"back\",1]", "1/hostile,", "3/hostile,0[]");
                assertThat(client.ask("22[\"back\",2]")).isEqualTo("32[2]");
                client.connect("/hostile");
                client.say("1");
                assertThat(client.say("2" + SHOUT).ask("2/hostile,3[\"back\",3]"))
                        .isEqualTo("3/hostile,3[3]");
            }
        }
    }

    @Test
    @DisplayName("A-07 drops what a client says in a namespace from which it is disconnected")
    void dropsEventsAfterADisconnection() {
        for (Way way : Way.of(node)) {
            try (Client client = Place.MAIN.enter(node, way)) {
                client.connect("/hostile");
                client.say("2/hostile,[\"dismiss\"]", "2/hostile," + SHOUT, "2/hostile,1[\"back\",1]");
                assertThat(client.next()).isEqualTo("1/hostile,");
                client.say("2/hostile," + SHOUT, "2/hostile,2[\"back\",2]", "3/hostile,0[]", "1/hostile,");
                assertThat(client.ask("23[\"back\",3]")).isEqualTo("33[3]");
                client.connect("/hostile");
            }
        }
    }

    @Test
    @DisplayName("A-07 drops what follows the end of a session in the same body or read")
    void dropsEventsAfterTheEnd() {
        for (Way way : Way.of(node)) {
            Client client = Place.CUSTOM.enter(node, way);
            client.say("2/hostile,{}", "2/hostile," + SHOUT, "2/hostile," + SHOUT);
            assertThat(client.isEnded()).isTrue();
            client.close();
        }
    }

    @Test
    @DisplayName("E-12 ends the session of a client that connects to nothing")
    void waitsForConnectOnlySoLong() {
        for (Way way : Way.of(node)) {
            Client client = way.open(node);
            assertThat(client.next()).isEqualTo(Client.END);
            client.close();
        }
    }
}
