package io.tidings.transport.polling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.engine.CloseReason;
import io.tidings.engine.EngineUnderTest;
import io.tidings.engine.Transport;
import io.tidings.engine.UnheardTransport;
import io.tidings.protocol.Bytes;
import io.tidings.protocol.engineio.EnginePacket;
import io.tidings.transport.fakes.FakeRequest;
import io.tidings.transport.http.Compression;
import io.tidings.transport.http.HttpFault;
import io.tidings.transport.polling.PollingClient.Exchange;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Long polling while and after its client moves to another transport. */
class MovingAwayTest {

    @RegisterExtension
    final EngineUnderTest test = new EngineUnderTest();

    @SuppressWarnings("NullAway.Init") // set before each test
    private PollingClient client;

    /** A second transport that only has to be there. */
    @SuppressWarnings("NullAway.Init") // set before each test
    private Transport webSocket;

    @BeforeEach
    void connect() throws HttpFault {
        client = PollingClient.of(test);
        webSocket = new UnheardTransport(client.link());
    }

    @Test
    @DisplayName("E-14 gives a waiting poll back when the client probes")
    void givesAWaitingPollBackWhenTheClientProbes() throws Exception {
        Exchange poll = client.poll();
        assertThat(client.link().startUpgrade(webSocket)).isTrue();
        test.time().advance(Duration.ofMillis(50));
        assertThat(poll.isAnswered()).isFalse();

        say("2probe");

        assertThat(poll.answer()).isEqualTo("200 6");
    }

    @Test
    @DisplayName("E-14 gives back a poll that has come just before the probe within 100 ms")
    void givesBackAPollThatComesBeforeTheProbe() throws Exception {
        client.link().startUpgrade(webSocket);
        Exchange poll = client.poll();
        say("2probe");
        assertThat(poll.isAnswered()).isFalse();

        test.time().advance(Duration.ofMillis(100));

        assertThat(poll.answer()).isEqualTo("200 6");
        assertThat(client.session().isOpen()).isTrue();
    }

    @Test
    void refusesAPollThatHasOvertakenAllThatItsClientSaid() throws Exception {
        client.link().startUpgrade(webSocket);
        Exchange poll = client.poll();
        say("2probe");

        say("5");

        assertThat(poll.answer()).isEqualTo("400 {\"code\":3,\"message\":\"Bad request\"}");
        assertThat(client.session().isOpen()).isTrue();
    }

    @Test
    @DisplayName("E-14 gives back a poll that comes behind the probe within 100 ms")
    void givesBackAPollThatComesBehindTheProbe() throws Exception {
        client.link().startUpgrade(webSocket);
        say("2probe");
        Exchange poll = client.poll();
        assertThat(poll.isAnswered()).isFalse();

        test.time().advance(Duration.ofMillis(100));

        assertThat(poll.answer()).isEqualTo("200 6");
        assertThat(client.session().isOpen()).isTrue();
    }

    @Test
    void givesBackWhatStillWaitsWhenTheClientHasMoved() throws Exception {
        client.link().startUpgrade(webSocket);
        say("2probe");
        Exchange poll = client.poll();
        test.time().advance(Duration.ofMillis(50));

        say("5");

        assertThat(poll.answer()).isEqualTo("200 6");
        assertThat(client.session().isOpen()).isTrue();
    }

    @Test
    void refusesAPollThatHasOvertakenTheWordThatItsClientHasMoved() throws Exception {
        client.link().startUpgrade(webSocket);
        say("2probe");
        Exchange poll = client.poll();

        say("5");

        assertThat(poll.answer()).isEqualTo("400 {\"code\":3,\"message\":\"Bad request\"}");
        assertThat(client.session().isOpen()).isTrue();
    }

    @Test
    void answersAPostThatWasHeldBackWhenTheClientHasMoved() throws Exception {
        test.executor().hold();
        Exchange post = client.post("4m" + "\u001e4m".repeat(99));
        client.link().startUpgrade(webSocket);
        say("2probe");
        assertThat(post.isAnswered()).isFalse();

        say("5");

        assertThat(post.answer()).isEqualTo("200 ok");
    }

    @Test
    void refusesRequestsOfAClientThatHasMoved() {
        client.link().startUpgrade(webSocket);
        say("2probe");
        say("5");

        assertThatThrownBy(() -> client.poll()).isInstanceOf(HttpFault.class).hasMessage("Bad request");
        assertThatThrownBy(() -> client.post("4m"))
                .isInstanceOf(HttpFault.class)
                .hasMessage("Bad request");
        assertThat(client.session().isOpen()).isTrue();
    }

    @Test
    void parksNoPollThatTheMoveOvertook() {
        PollingTransport polling = (PollingTransport) client.link().transport();
        client.link().startUpgrade(webSocket);
        say("2probe");
        say("5");
        Exchange late = new Exchange(FakeRequest.get("transport=polling"));

        polling.poll(new Poll(late.request().http(), late.response().http(), new Compression(false, 0)));

        assertThat(late.answer()).isEqualTo("400 {\"code\":3,\"message\":\"Bad request\"}");
        assertThat(client.session().isOpen()).isTrue();
    }

    @Test
    void isOverWhenTheNewTransportIsLost() throws Exception {
        Exchange poll = client.poll();
        client.link().startUpgrade(webSocket);
        test.time().advance(Duration.ofMillis(50));
        say("2probe");
        say("5");

        client.link().lost(webSocket, CloseReason.TRANSPORT_CLOSE);

        assertThat(poll.answer()).isEqualTo("200 6");
        assertThat(client.session().closeReason()).contains(CloseReason.TRANSPORT_CLOSE);
    }

    private void say(String typed) {
        client.link().received(webSocket, List.of(EnginePacket.ofText(Bytes.utf8(typed))));
    }
}
