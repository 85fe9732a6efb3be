package io.tidings.socketio;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.api.Handshake;
import io.tidings.api.Socket;
import io.tidings.api.Verdict;
import io.tidings.engine.CloseReason;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How clients come into namespaces, and what closes them. */
class ConnectingTest {

    @RegisterExtension
    final ServerUnderTest test = new ServerUnderTest();

    private final List<Socket> connected = new ArrayList<>();

    private void rememberSocketsOf(String namespace) {
        test.io().of(namespace).onConnect(connected::add);
    }

    @Test
    void answersAConnectPacketWithTheIdOfTheSocket() {
        rememberSocketsOf("/");
        Client client = test.client();

        client.send("0");

        Socket socket = connected.get(0);
        assertThat(client.received()).containsExactly("0{\"sid\":\"" + socket.id() + "\"}");
        assertThat(socket.isConnected()).isTrue();
        assertThat(socket.namespace().name()).isEqualTo("/");
        assertThat(socket.transport()).isEqualTo("websocket");
        assertThat(test.io().socket(socket.id())).contains(socket);
        assertThat(test.io().sockets()).containsExactly(socket);
    }

    @Test
    @DisplayName("S-05 the id of a socket tells nothing of its session, and each namespace has another")
    void idOfASocketIsNoSecret() {
        test.io().of("/chat");
        Client client = test.client();
        Set<String> ids = new HashSet<>();
        ids.add(client.session().id().value());

        ids.add(client.connect());
        ids.add(client.connect("/chat"));

        assertThat(ids).hasSize(3).allMatch(id -> id.matches("[A-Za-z0-9_-]{20}"));
    }

    @Test
    void putsASocketIntoTheRoomOfItsOwnId() {
        String id = test.client().connect();

        assertThat(test.socket(id).rooms()).containsExactly(id);
    }

    @Test
    void connectsAClientToManyNamespacesOverOneSession() {
        test.io().of("/chat");
        test.io().of("news");
        Client client = test.client();

        client.send("0/chat,", "0", "0/news,{}");

        assertThat(client.received())
                .satisfiesExactly(
                        first -> assertThat(first).startsWith("0/chat,{\"sid\":\""),
                        second -> assertThat(second).startsWith("0{\"sid\":\""),
                        third -> assertThat(third).startsWith("0/news,{\"sid\":\""));
        assertThat(test.server().socketCount()).isEqualTo(3);
    }

    @Test
    void givesTheHandshakeToTheSocket() {
        rememberSocketsOf("/chat");
        Client client = test.client();

        client.send("0/chat,{\"token\":\"secret\",\"level\":3,\"nothing\":null}");

        Handshake handshake = connected.get(0).handshake();
        assertThat(handshake.auth("token", String.class)).contains("secret");
        assertThat(handshake.auth("level", Integer.class)).contains(3);
        assertThat(handshake.auth("nothing", String.class)).isEmpty();
        assertThat(handshake.auth("absent", String.class)).isEmpty();
        assertThat(handshake.http()).isSameAs(client.session().handshake());
        assertThat(handshake.toString() + connected.get(0))
                .doesNotContain("secret", client.session().id().value());
    }

    @Test
    void givesAnEmptyAuthObjectWhereThereIsNone() {
        rememberSocketsOf("/");

        test.client().send("0");

        assertThat(connected.get(0).handshake().auth().json()).isEqualTo("{}");
    }

    @Test
    void refusesANamespaceThatNobodyKnows() {
        Client client = test.client();

        client.send("0/unknown,{}");

        assertThat(client.received()).containsExactly("4/unknown,{\"message\":\"Invalid namespace\"}");
        client.connect();
    }

    @ParameterizedTest
    @DisplayName("P-33 takes the name of a namespace as it is written")
    @ValueSource(strings = {"/../chat", "/chat?token=1", "/CHAT", "/ｃhat", "/chat/", "//chat", "/%63hat", "/\"\\"})
    void takesTheNameOfANamespaceAsItIsWritten(String name) {
        test.io().of("/chat");
        Client client = test.client();

        client.send("0" + name + ",");

        assertThat(client.received()).containsExactly("4" + name + ",{\"message\":\"Invalid namespace\"}");
    }

    @Test
    @DisplayName("P-35 takes the main namespace also by its name")
    void takesTheMainNamespaceAlsoByItsName() {
        Client client = test.client();

        client.send("0/,");

        client.greeting("0");
    }

    @Test
    void closesAClientThatConnectsTwice() {
        Client client = test.client();
        client.connect();

        client.send("0");

        client.isClosedFor(CloseReason.PARSE_ERROR);
        assertThat(test.chronicle().lines()).containsExactly("connected", "disconnected: parse error");
    }

    @ParameterizedTest
    @DisplayName("closes a client that speaks before it is connected, or says what only servers say")
    @ValueSource(strings = {"2[\"x\"]", "1", "30[]", "2/chat,[\"x\"]", "4\"no\"", "4{}", "9", "", "2[\"connect\"]"})
    void closesAClientThatSpeaksBeforeItIsConnected(String packet) {
        Client client = test.client();

        client.send(packet);

        client.isClosedFor(CloseReason.PARSE_ERROR);
    }

    @ParameterizedTest
    @DisplayName("closes a client that is connected and says what no client may say")
    @ValueSource(
            strings = {
                "4\"no\"",
                "4{}",
                "9",
                "",
                "0[]",
                "1{}",
                "2{}",
                "2[\"connect\"]",
                "2[\"disconnecting\"]",
                "3{}",
                "50-[\"x\"]",
                "511-[\"x\"]",
                "<binary>"
            })
    void closesAClientThatSaysWhatNoClientMaySay(String packet) {
        test.io().of("/chat");
        Client client = test.client();
        client.connect();
        client.connect("/chat");

        client.send(packet);

        client.isClosedFor(CloseReason.PARSE_ERROR);
        assertThat(client.received()).isEmpty();
        assertThat(test.server().socketCount()).isZero();
    }

    @Test
    void closesAClientForAnEventToANamespaceThatItIsNotIn() {
        test.io().of("/chat");
        Client client = test.client();
        client.connect();

        client.send("2/chat,[\"x\"]");

        client.isClosedFor(CloseReason.PARSE_ERROR);
    }

    @Test
    void closesAClientThatWasRefusedAndSpeaksAllTheSame() {
        Client client = test.client();

        client.send("0/unknown,", "2/unknown,[\"x\"]");

        client.isClosedFor(CloseReason.PARSE_ERROR);
    }

    @Test
    void letsAClientComeBackIntoANamespaceThatItHasLeft() {
        Client client = test.client();
        String first = client.connect();

        client.send("1");
        String second = client.connect();

        assertThat(second).isNotEqualTo(first);
        assertThat(test.io().socket(first)).isEmpty();
        assertThat(client.isOpen()).isTrue();
    }

    @Test
    void closesAClientThatIsInNoNamespaceInTime() {
        test.io().of("/chat").use(socket -> Verdict.refused("no"));
        Client silent = test.client();
        Client refused = test.client().send("0/chat,");

        test.pass(Rules.CONNECT_TIMEOUT.minusSeconds(1));
        assertThat(silent.isOpen() && refused.isOpen()).isTrue();
        test.pass(Duration.ofSeconds(2));

        silent.isClosedFor(CloseReason.FORCED_CLOSE);
        refused.isClosedFor(CloseReason.FORCED_CLOSE);
    }

    @Test
    void leavesAClientThatIsInANamespaceAlone() {
        Client client = test.client();
        client.connect();
        client.send("1");

        test.pass(Duration.ofMinutes(5));

        assertThat(client.isOpen()).isTrue();
    }
}
