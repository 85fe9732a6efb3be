package io.tidings.transport.polling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.engine.CloseReason;
import io.tidings.engine.EngineUnderTest;
import io.tidings.engine.Tuning;
import io.tidings.transport.fakes.FakeRequest;
import io.tidings.transport.http.HttpFault;
import io.tidings.transport.polling.PollingClient.Exchange;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostTest {

    private static final String BAD_REQUEST = "400 {\"code\":3,\"message\":\"Bad request\"}";
    private static final String SEPARATOR = "\u001e";

    @RegisterExtension
    final EngineUnderTest test =
            new EngineUnderTest().tune(new Tuning().maxPayload(2_000).packetsPerPayload(500));

    @SuppressWarnings("NullAway.Init") // set before each test
    private PollingClient client;

    @BeforeEach
    void connect() throws HttpFault {
        client = PollingClient.of(test);
    }

    @Test
    void bringsMessagesAndIsThankedFor() throws Exception {
        Exchange post = client.post("4a" + SEPARATOR + "bYg==" + SEPARATOR + "4é");

        assertThat(post.answer()).isEqualTo("200 ok");
        assertThat(post.response().headers())
                .containsEntry("Content-Type", "text/html")
                .containsEntry("Content-Length", "2")
                .containsEntry("Cache-Control", "no-store");
        assertThat(test.listener().messagesOf(client.session())).containsExactly("a", "binary b", "é");
    }

    @Test
    void isReadWithoutCallbacksWhenItHasComeWithItsHead() throws Exception {
        FakeRequest request = PollingClient.postRequest().header("Content-Length", "2");
        request.body().feed("4a");

        assertThat(client.serve(request).answer()).isEqualTo("200 ok");
        assertThat(request.body().hasListener()).isFalse();
        assertThat(test.listener().messagesOf(client.session())).containsExactly("a");
    }

    @Test
    void waitsForTheRestWhenOnlyAPartHasCome() throws Exception {
        FakeRequest request = PollingClient.postRequest().header("Content-Length", "3");
        request.body().feed("4a");
        Exchange post = client.serve(request);
        assertThat(post.isAnswered()).isFalse();

        request.body().feed("b");
        request.body().end();

        assertThat(post.answer()).isEqualTo("200 ok");
        assertThat(test.listener().messagesOf(client.session())).containsExactly("ab");
    }

    @Test
    void isReadHoweverItIsCut() throws Exception {
        Exchange post = client.beginPost("4");
        for (int i = 0; i < 1_500; i++) {
            post.request().body().feed("x");
        }
        assertThat(post.isAnswered()).isFalse();
        assertThat(test.listener().messagesOf(client.session())).isEmpty();

        post.request().body().end();

        assertThat(post.answer()).isEqualTo("200 ok");
        assertThat(test.listener().messagesOf(client.session())).containsExactly("x".repeat(1_500));
    }

    @Test
    void mayBeAsLongAsItsLimit() throws Exception {
        assertThat(client.post("4" + "x".repeat(1_999)).answer()).isEqualTo("200 ok");
    }

    @Test
    @DisplayName("E-01 is refused by its declared length before a byte is read, and the session stays open")
    void isRefusedByItsDeclaredLength() {
        FakeRequest request = PollingClient.postRequest().header("Content-Length", "2001");

        assertThatThrownBy(() -> client.serve(request))
                .isInstanceOf(HttpFault.class)
                .hasMessage("Payload too large");
        assertThat(request.bodyWasAskedFor()).isFalse();
        assertThat(client.session().isOpen()).isTrue();
    }

    @Test
    @DisplayName("E-01 is refused at the first byte over its limit where no length was declared")
    void isRefusedAtTheFirstByteOverItsLimit() throws Exception {
        Exchange post = client.beginPost("4" + "x".repeat(1_999));
        assertThat(post.isAnswered()).isFalse();

        post.request().body().feed("y");

        assertThat(post.answer()).isEqualTo("413 {\"code\":3,\"message\":\"Payload too large\"}");
        assertThat(post.response().header("Connection")).isEqualTo("close");
        assertThat(client.session().isOpen()).isTrue();
        int reads = post.request().body().readCalls();
        post.request().body().feed("z".repeat(100_000));
        assertThat(post.request().body().readCalls()).isEqualTo(reads);
        assertThat(client.post("4next").answer()).isEqualTo("200 ok");
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "", "\u001e", "7", "b!", "4a\u001e"})
    @DisplayName("E-04 ends the session where it is not made of packets")
    void endsTheSessionWhereItIsNotMadeOfPackets(String body) throws Exception {
        assertThat(client.post(body).answer()).isEqualTo(BAD_REQUEST);
        assertThat(client.session().closeReason()).contains(CloseReason.PARSE_ERROR);
    }

    @Test
    void endsTheSessionWhereItIsNotUtf8() throws Exception {
        Exchange post = client.beginPost("4");
        post.request().body().feed(new byte[] {(byte) 0xc3, 0x28});

        post.request().body().end();

        assertThat(post.answer()).isEqualTo(BAD_REQUEST);
        assertThat(client.session().closeReason()).contains(CloseReason.PARSE_ERROR);
    }

    @Test
    @DisplayName("E-03 ends the session where it holds too many packets")
    void endsTheSessionWhereItHoldsTooManyPackets() throws Exception {
        assertThat(client.post("6" + "\u001e6".repeat(500)).answer()).isEqualTo(BAD_REQUEST);
        assertThat(client.session().closeReason()).contains(CloseReason.PARSE_ERROR);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/octet-stream", "Application/Octet-Stream; charset=x"})
    @DisplayName("E-10 ends the session where it is binary")
    void endsTheSessionWhereItIsBinary(String type) {
        FakeRequest request = PollingClient.postRequest().header("Content-Type", type);

        assertThatThrownBy(() -> client.serve(request))
                .isInstanceOf(HttpFault.class)
                .hasMessage("Bad request");
        assertThat(client.session().closeReason()).contains(CloseReason.TRANSPORT_ERROR);
    }

    @Test
    @DisplayName("E-18 is not inflated")
    void isNotInflated() {
        FakeRequest request = PollingClient.postRequest().header("Content-Encoding", "gzip");

        assertThatThrownBy(() -> client.serve(request))
                .isInstanceOfSatisfying(
                        HttpFault.class, fault -> assertThat(fault.status()).isEqualTo(415));
        assertThat(request.bodyWasAskedFor()).isFalse();
    }

    @Test
    @DisplayName("E-11 is ended by our own clock")
    void isEndedByOurOwnClock() throws Exception {
        Exchange post = client.beginPost("4a");
        test.time().advance(PollingClient.BODY_TIMEOUT.minusMillis(100));
        post.request().body().feed("b");
        assertThat(post.isAnswered()).isFalse();

        test.time().advance(Duration.ofMillis(150));

        assertThat(post.answer()).isEqualTo("408 " + BAD_REQUEST.substring(4));
        assertThat(post.response().header("Connection")).isEqualTo("close");
        assertThat(client.session().closeReason()).contains(CloseReason.TRANSPORT_ERROR);
        post.request().body().end();
        assertThat(test.listener().messagesOf(client.session())).isEmpty();
    }

    @Test
    @DisplayName("E-09 a second post beside the first ends the session")
    void aSecondPostBesideTheFirstEndsTheSession() throws Exception {
        Exchange first = client.beginPost("4a");

        Exchange second = client.post("4b");

        assertThat(second.answer()).isEqualTo(BAD_REQUEST);
        assertThat(client.session().closeReason()).contains(CloseReason.TRANSPORT_ERROR);
        first.request().body().end();
        assertThat(first.isAnswered()).isTrue();
        assertThat(test.listener().messagesOf(client.session())).isEmpty();
    }

    @Test
    @DisplayName("E-09 a post that breaks off ends the session")
    void aPostThatBreaksOffEndsTheSession() throws Exception {
        Exchange post = client.beginPost("4a");

        post.request().body().fail();
        post.request().body().fail();

        assertThat(post.isAnswered()).isTrue();
        assertThat(client.session().closeReason()).contains(CloseReason.TRANSPORT_ERROR);
        assertThat(test.listener().messagesOf(client.session())).isEmpty();
    }

    @Test
    void holdsItsAnswerBackWhileTheHandlerIsBehind() throws Exception {
        test.executor().hold();
        Exchange post = client.post("4m" + "\u001e4m".repeat(99));
        assertThat(post.isAnswered()).isFalse();

        test.executor().release();

        assertThat(post.answer()).isEqualTo("200 ok");
        assertThat(client.post("4next").answer()).isEqualTo("200 ok");
        assertThat(test.listener().messagesOf(client.session())).hasSize(101);
    }

    @Test
    void doesNotRunOutOfTimeWhileTheHandlerIsBehind() throws Exception {
        test.executor().hold();
        Exchange post = client.post("4m" + "\u001e4m".repeat(99));

        test.time().advance(PollingClient.BODY_TIMEOUT.multipliedBy(3));
        assertThat(post.isAnswered()).isFalse();

        test.executor().release();
        assertThat(post.answer()).isEqualTo("200 ok");
        assertThat(client.session().isOpen()).isTrue();
    }

    @Test
    void isAnsweredWhereTheSessionEndsWhileItsAnswerIsHeldBack() throws Exception {
        test.executor().hold();
        Exchange post = client.post("4m" + "\u001e4m".repeat(99));

        client.session().close(CloseReason.FORCED_CLOSE);

        assertThat(post.answer()).isEqualTo("200 ok");
    }

    @Test
    void isAnsweredWhereThereIsNoThreadForItsMessages() throws Exception {
        test.executor().refuse();

        Exchange post = client.post("4m" + "\u001e4m".repeat(99));

        assertThat(post.isAnswered()).isTrue();
        assertThat(client.session().closeReason()).contains(CloseReason.OVERLOADED);
    }
}
