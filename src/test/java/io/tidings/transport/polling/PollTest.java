package io.tidings.transport.polling;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.engine.CloseReason;
import io.tidings.engine.EngineUnderTest;
import io.tidings.engine.TransportKind;
import io.tidings.engine.Tuning;
import io.tidings.protocol.Bytes;
import io.tidings.protocol.engineio.EnginePacket;
import io.tidings.transport.fakes.FakeRequest;
import io.tidings.transport.http.HttpFault;
import io.tidings.transport.polling.PollingClient.Exchange;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PollTest {

    private static final String CLOSE = "200 1";
    private static final String NOOP = "200 6";

    @RegisterExtension
    final EngineUnderTest test = new EngineUnderTest();

    @SuppressWarnings("NullAway.Init") // set before each test
    private PollingClient client;

    @BeforeEach
    void connect() throws HttpFault {
        client = PollingClient.of(test);
    }

    @Test
    void answersTheHandshakeWithTheOpenPacket() {
        Exchange handshake = client.handshake();

        assertThat(handshake.answer()).startsWith("200 0{\"sid\":\"");
        assertThat(client.session().transportKind()).isEqualTo(TransportKind.POLLING);
    }

    @Test
    @DisplayName("C-11 answers in a form that no browser takes for anything else")
    void answersInAFormThatNoBrowserTakesForAnythingElse() {
        assertThat(client.handshake().response().headers())
                .containsEntry("Content-Type", "text/plain; charset=UTF-8")
                .containsEntry("Cache-Control", "no-store")
                .containsEntry("X-Content-Type-Options", "nosniff");
    }

    @Test
    void hasNoClockOfTheContainersOwn() throws Exception {
        assertThat(client.poll().request().async().timeout()).isZero();
    }

    @Test
    void waitsUntilThereIsSomethingToSay() throws Exception {
        Exchange poll = client.poll();
        assertThat(poll.isAnswered()).isFalse();
        assertThat(client.session().isWritable()).isTrue();

        client.session().send(EnginePacket.text("hello"));

        assertThat(poll.answer()).isEqualTo("200 4hello");
        assertThat(client.session().isWritable()).isFalse();
    }

    @Test
    void bringsEverythingThatHasWaitedAtOnce() throws Exception {
        client.session()
                .send(List.of(EnginePacket.text("a"), EnginePacket.binary(Bytes.utf8("b")), EnginePacket.text("c")));

        assertThat(client.poll().answer()).isEqualTo("200 4a\u001ebYg==\u001e4c");
    }

    @Test
    void bringsPings() throws Exception {
        Exchange poll = client.poll();

        test.time().advance(Tuning.PING_INTERVAL);

        assertThat(poll.answer()).isEqualTo("200 2");
    }

    @Test
    @DisplayName("E-09 a second poll beside the first ends the session and answers both")
    void aSecondPollBesideTheFirstEndsTheSessionAndAnswersBoth() throws Exception {
        Exchange first = client.poll();
        Exchange second = client.poll();

        assertThat(first.answer()).isEqualTo(CLOSE);
        assertThat(second.answer()).isEqualTo("400 {\"code\":3,\"message\":\"Bad request\"}");
        assertThat(client.session().closeReason()).contains(CloseReason.TRANSPORT_ERROR);
    }

    @Test
    void isAnsweredWhenTheSessionEnds() throws Exception {
        Exchange poll = client.poll();

        client.session().close(CloseReason.SERVER_SHUTTING_DOWN);

        assertThat(poll.answer()).isEqualTo(CLOSE);
    }

    @Test
    void bringsTheRestBeforeTheGoodBye() throws Exception {
        client.session().send(EnginePacket.text("a"));
        client.session().close();

        assertThat(client.poll().answer()).isEqualTo("200 4a");
        assertThat(client.session().closeReason()).isEmpty();
        assertThat(client.poll().answer()).isEqualTo(CLOSE);
        assertThat(client.session().closeReason()).contains(CloseReason.FORCED_CLOSE);
    }

    @Test
    void isGivenBackWithoutASecondGoodByeWhereTheClientSaidItFirst() throws Exception {
        Exchange poll = client.poll();

        Exchange goodBye = client.post("1");

        assertThat(goodBye.answer()).isEqualTo("200 ok");
        assertThat(poll.answer()).isEqualTo(NOOP);
        assertThat(client.session().closeReason()).contains(CloseReason.TRANSPORT_CLOSE);
    }

    @Test
    void givesBackAPollThatTheGoodByeHasOvertakenWithinTheServer() throws Exception {
        client.post("1");

        assertThat(client.poll().answer()).isEqualTo("200 6");
        assertThat(client.poll().answer()).contains("Session ID unknown");
    }

    @Test
    void isRefusedWhereTheSessionEndedWhileItCame() throws Exception {
        client.session().close(CloseReason.PING_TIMEOUT);

        assertThat(client.poll().answer()).isEqualTo("400 {\"code\":1,\"message\":\"Session ID unknown\"}");
    }

    @Test
    void endsTheSessionWhereItsAnswerCannotBeDelivered() throws Exception {
        Exchange poll = client.poll();
        poll.response().body().room(0);
        client.session().send(EnginePacket.text("a"));
        assertThat(poll.isAnswered()).isFalse();

        poll.response().body().fail();

        assertThat(poll.isAnswered()).isTrue();
        assertThat(client.session().closeReason()).contains(CloseReason.TRANSPORT_ERROR);
    }

    @Test
    void endsTheSessionWhereTheClientGoesWhileItWaits() throws Exception {
        Exchange poll = client.poll();

        poll.request().async().abandon();

        assertThat(client.session().closeReason()).contains(CloseReason.TRANSPORT_ERROR);
    }

    @Test
    void doesNotCareWhereTheClientGoesAfterItsAnswer() throws Exception {
        Exchange poll = client.poll();
        client.session().send(EnginePacket.text("a"));

        poll.request().async().abandon();

        assertThat(client.session().isOpen()).isTrue();
    }

    @Test
    void endsTheSessionWhereTheContainerHasEndedTheRequest() throws Exception {
        Exchange poll = client.poll();
        poll.response().body().setWriteListener(new WriteListener() {
            @Override
            public void onWritePossible() {
                // Somebody else's listener: the container refuses a second one.
            }

            @Override
            public void onError(Throwable failure) {
                throw new AssertionError(failure);
            }
        });

        client.session().send(EnginePacket.text("a"));

        assertThat(poll.isAnswered()).isTrue();
        assertThat(client.session().closeReason()).contains(CloseReason.TRANSPORT_ERROR);
    }

    @Test
    void doesNotDisturbWhoSendsToOthersTooWhereTheContainerHasTakenTheResponseBack() throws Exception {
        client.poll().response().recycle();
        PollingClient other = PollingClient.of(test);
        Exchange theirs = other.poll();
        test.listener().whenMessage((session, message) -> {
            client.session().send(message);
            other.session().send(message);
        });

        other.post("4to all");

        assertThat(theirs.answer()).isEqualTo("200 4to all");
        assertThat(client.session().closeReason()).contains(CloseReason.TRANSPORT_ERROR);
    }

    @Test
    void doesNotBlockWhereTheClientReadsSlowly() throws Exception {
        Exchange poll = client.poll();
        poll.response().body().room(0);

        client.session().send(EnginePacket.text("a"));
        assertThat(poll.isAnswered()).isFalse();

        poll.response().body().drain(1);
        assertThat(poll.isAnswered()).isFalse();
        poll.response().body().drain(1);
        assertThat(poll.answer()).isEqualTo("200 4a");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "DELETE", "PATCH", "HEAD"})
    void refusesOtherMethods(String method) {
        assertThatThrownBy(() -> client.serve(PollingClient.request(method))).isInstanceOf(HttpFault.class);
        assertThat(client.session().isOpen()).isTrue();
    }

    @Test
    void isCompressedWhereItIsLongAndTheClientUnderstands() throws Exception {
        Exchange poll = client.serve(FakeRequest.get("transport=polling").header("Accept-Encoding", "gzip"));

        client.session().send(EnginePacket.text("x".repeat(5_000)));

        assertThat(poll.isAnswered()).isTrue();
        assertThat(poll.response().header("Content-Encoding")).isEqualTo("gzip");
        assertThat(poll.response().header("Content-Length"))
                .isEqualTo(Integer.toString(poll.response().body().size()));
        assertThat(poll.response().decoded()).asString(UTF_8).isEqualTo("4" + "x".repeat(5_000));
    }

    @Test
    void completesNothingTwice() throws IOException, HttpFault {
        Exchange poll = client.poll();
        client.session().send(EnginePacket.text("a"));

        poll.response().body().fail();

        assertThat(poll.answer()).isEqualTo("200 4a");
    }
}
