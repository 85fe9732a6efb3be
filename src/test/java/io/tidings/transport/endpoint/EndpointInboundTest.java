package io.tidings.transport.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.engine.CloseReason;
import io.tidings.engine.EngineUnderTest;
import io.tidings.transport.fakes.FakeWebSocket;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointInboundTest {

    @RegisterExtension
    final EngineUnderTest test = new EngineUnderTest();

    private final EndpointClient client = EndpointClient.of(test);

    @Test
    void putsTheFragmentsOfMessagesTogether() {
        client.text("4a", false);
        client.text("", false);
        client.text("é", false);
        client.text("b", true);
        client.binary("", false);
        client.binary("c", true);
        client.text("4d", true);

        assertThat(test.listener().messagesOf(client.session())).containsExactly("aéb", "binary c", "d");
    }

    @Test
    void takesMessagesUpToTheLimit() {
        client.text("4" + "x".repeat(999));

        assertThat(test.listener().messagesOf(client.session())).containsExactly("x".repeat(999));
    }

    @Test
    @DisplayName("W-03 ends a session whose message is too long, in one piece or in many")
    void endsASessionWhoseMessageIsTooLong() {
        client.text("4" + "x".repeat(1_000));
        assertThat(client.webSocket().closed()).contains("1009 parse error");

        EndpointClient other = EndpointClient.of(test);
        other.binary("x".repeat(600), false);
        other.binary("x".repeat(401), false);
        assertThat(other.webSocket().closed()).contains("1009 parse error");
        assertThat(other.session().closeReason()).contains(CloseReason.PARSE_ERROR);
        assertThat(test.listener().messagesOf(client.session())).isEmpty();
    }

    @Test
    void countsBytesAndNotCharacters() {
        client.text("4" + "é".repeat(500));

        assertThat(client.webSocket().closed()).contains("1009 parse error");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x"})
    @DisplayName("W-04 ends a session whose message has too many fragments")
    void endsASessionWhoseMessageHasTooManyFragments(String fragment) {
        for (int i = 0; i < 10; i++) {
            client.binary(fragment, false);
        }
        assertThat(client.session().isOpen()).isTrue();

        client.binary(fragment, false);

        assertThat(client.session().closeReason()).contains(CloseReason.FLOODING);
        assertThat(client.webSocket().closed()).contains("1008 flooding");
    }

    @Test
    void countsTheFragmentsOfEachMessageAnew() {
        for (int i = 0; i < 20; i++) {
            client.binary("a", false);
            client.binary("b", true);
        }

        assertThat(test.listener().messagesOf(client.session())).hasSize(20).containsOnly("binary ab");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "7", "abc"})
    void endsASessionWhoseTextIsNoPacket(String text) {
        client.text(text);

        assertThat(client.session().closeReason()).contains(CloseReason.PARSE_ERROR);
        assertThat(client.webSocket().closed()).contains("1002 parse error");
    }

    @Test
    @DisplayName("W-06 ends a session that floods it with pongs")
    void endsASessionThatFloodsItWithPongs() {
        for (int i = 0; i < 201; i++) {
            client.pong();
        }

        assertThat(client.webSocket().closed()).contains("1008 flooding");
    }

    @Test
    @DisplayName("E-21 ends a session that is far ahead of its handler, because reading cannot be stopped here")
    void endsASessionThatIsFarAheadOfItsHandler() {
        test.executor().hold();
        for (int i = 0; i < 16 * 64 - 1; i++) {
            client.text("4m");
        }
        assertThat(client.session().isOpen()).isTrue();

        client.text("4m");

        assertThat(client.session().closeReason()).contains(CloseReason.FLOODING);
    }

    @Test
    void aStrangerWithoutATicketIsShownTheDoor() {
        for (Map<String, String> parameters : List.of(Map.<String, String>of(), Map.of("ticket", "forged"))) {
            FakeWebSocket stranger = new FakeWebSocket(parameters);
            TicketEndpoint endpoint = new TicketEndpoint(new Tickets(test.deadlines()));

            endpoint.onOpen(stranger.session(), stranger.config());
            endpoint.onError(stranger.session(), new IllegalStateException("reset"));

            assertThat(stranger.closes()).isNotEmpty();
            assertThat(stranger.isListenedTo()).isFalse();
        }
        assertThat(test.engine().sessionCount()).isEqualTo(1);
    }

    @Test
    void leavesTheIdleClockToTheHeartbeat() {
        assertThat(client.webSocket().idleTimeout()).isZero();
    }

    @Test
    @DisplayName("W-20 agrees to no extension")
    void agreesToNoExtension() {
        EndpointConfigurator configurator = new EndpointConfigurator(new Tickets(test.deadlines()));

        assertThat(configurator.getNegotiatedExtensions(List.of(), List.of())).isEmpty();
    }

    @Test
    @DisplayName("W-01 refuses a handshake that has not come through the door")
    void refusesAHandshakeThatHasNotComeThroughTheDoor() {
        Tickets tickets = new Tickets(test.deadlines());
        EndpointConfigurator configurator = new EndpointConfigurator(tickets);
        assertThat(configurator.checkOrigin("https://not.checked")).isFalse();

        tickets.present("ticket");
        assertThat(configurator.checkOrigin("https://checked.before")).isTrue();

        tickets.putAway();
        assertThat(configurator.checkOrigin("https://not.checked")).isFalse();
    }
}
