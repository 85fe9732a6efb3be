package io.tidings.socketio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.api.Ack;
import io.tidings.api.Socket;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a client gets that wants its event acknowledged. */
class AcknowledgingTest {

    @RegisterExtension
    final ServerUnderTest test = new ServerUnderTest();

    private final List<Ack> acks = new ArrayList<>();
    private final CompletableFuture<Object> later = new CompletableFuture<>();

    @BeforeEach
    void handle() {
        test.bean(
                "/",
                new Bean()
                        .onEvent("value", occurrence -> List.of(1, "two"))
                        .onEvent("null", occurrence -> null)
                        .onEvent("array", occurrence -> Arrays.asList(1, null))
                        .onEvent("binary", occurrence -> new byte[] {'h', 'i'})
                        .onEvent("echo", occurrence -> occurrence.arguments().at(0))
                        .onEvent("later", occurrence -> later)
                        .onEventWithoutAck("silent", occurrence -> "not an acknowledgement"));
        test.io().onConnect(socket -> socket.on("keep", (arguments, ack) -> acks.add(ack)));
    }

    private Client connected() {
        Client client = test.client();
        client.connect();
        return client;
    }

    @Test
    void isTheResultOfAHandler() {
        Client client = connected();

        client.send("20[\"value\"]", "21[\"null\"]", "212[\"array\"]", "29007199254740991[\"value\"]");

        assertThat(client.received())
                .containsExactly("30[[1,\"two\"]]", "31[null]", "312[[1,null]]", "39007199254740991[[1,\"two\"]]");
    }

    @Test
    void isBinaryWhereTheResultIs() {
        Client client = connected();

        client.send("27[\"binary\"]");

        assertThat(client.received()).containsExactly("61-7[{\"_placeholder\":true,\"num\":0}]", "<hi>");
    }

    @Test
    void forwardsWhatItHasGotUntouched() {
        Client client = connected();

        client.send("21[\"echo\",{\"a\" : 1e5,\"__proto__\":{}}]");
        client.sendTogether("51-2[\"echo\",[{\"_placeholder\":true,\"num\":0}]]", "<data>");

        assertThat(client.received())
                .containsExactly(
                        "31[{\"a\" : 1e5,\"__proto__\":{}}]", "61-2[[{\"_placeholder\":true,\"num\":0}]]", "<data>");
    }

    @Test
    void isWhatAStageEndsWith() {
        Client client = connected();
        client.send("21[\"later\"]", "22[\"value\"]");
        assertThat(client.received()).as("the next event does not wait").containsExactly("32[[1,\"two\"]]");

        later.complete("at last");

        assertThat(client.received()).containsExactly("31[\"at last\"]");
    }

    @Test
    void doesNotComeWhereNobodyAsks() {
        Client client = connected();
        int written = test.codec().written();

        client.send("2[\"value\"]", "2[\"keep\"]");

        assertThat(client.received()).isEmpty();
        assertThat(acks.get(0).isRequested()).isFalse();
        assertThat(acks.get(0).send("x")).isFalse();
        assertThat(test.codec().written()).isEqualTo(written);
    }

    @Test
    void doesNotComeFromHandlersThatReturnNone() {
        Client client = connected();

        client.send("21[\"silent\"]", "22[\"unknown\"]");

        assertThat(client.received()).isEmpty();
    }

    @Test
    void isSentOnceOnly() {
        Client client = connected();
        client.send("25[\"keep\"]");
        Ack ack = acks.get(0);

        assertThat(ack.isRequested()).isTrue();
        assertThat(ack.send("first", 2)).isTrue();
        assertThat(ack.send("second")).isFalse();

        assertThat(client.received()).containsExactly("35[\"first\",2]");
    }

    @Test
    void mayBeTriedAgainWhereItCouldNotBeWritten() {
        Client client = connected();
        client.send("25[\"keep\"]");

        assertThatThrownBy(() -> acks.get(0).send(new Object())).isInstanceOf(IllegalArgumentException.class);
        assertThat(acks.get(0).send()).isTrue();

        assertThat(client.received()).containsExactly("35[]");
    }

    @Test
    void doesNotComeAfterTheSocketHasDisconnected() {
        Client client = connected();
        client.send("25[\"keep\"]", "26[\"later\"]", "1");

        assertThat(acks.get(0).send("late")).isFalse();
        later.complete("late");

        assertThat(client.received()).isEmpty();
    }

    @Test
    void belongsToTheSocketThatSentTheEvent() {
        Client client = connected();
        client.send("25[\"keep\"]", "1");
        client.connect();
        client.send("25[\"keep\"]");

        assertThat(acks.get(0).send("old")).isFalse();
        assertThat(acks.get(1).send("new")).isTrue();

        assertThat(client.received()).containsExactly("35[\"new\"]");
    }

    @Test
    void isThatOfTheFirstWhoGivesOne() {
        test.bean("/two", new Bean().onEvent("x", occurrence -> 1).onEvent("x", occurrence -> 2));
        Client client = test.client();
        client.connect("/two");

        client.send("2/two,9[\"x\"]");

        assertThat(client.received()).containsExactly("3/two,9[1]");
    }

    @Test
    void mayBeSentByAnyOtherThreadLater() throws InterruptedException {
        Client client = connected();
        client.send("25[\"keep\"]");
        Thread other = new Thread(() -> acks.get(0).send("from afar"));

        other.start();
        other.join();

        assertThat(client.received()).containsExactly("35[\"from afar\"]");
    }

    @Test
    void tellsWhetherItHasBeenSent() {
        List<Boolean> sent = new ArrayList<>();
        test.io()
                .of("/two")
                .onConnect((Socket socket) -> socket.on("x", (arguments, ack) -> {
                    sent.add(ack.send(1));
                    socket.disconnect();
                }));
        Client client = test.client();
        client.connect("/two");

        client.send("2/two,1[\"x\"]");

        assertThat(sent).containsExactly(true);
        assertThat(client.received()).containsExactly("3/two,1[1]", "1/two,");
    }
}
