package io.tidings.socketio;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.api.Verdict;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Handlers that say that they do not block. */
class NonBlockingTest {

    @RegisterExtension
    final ServerUnderTest test = new ServerUnderTest();

    private final List<String> log = new ArrayList<>();
    private final Bean bean = new Bean()
            .onEventNonBlocking("fast", occurrence -> note("fast", occurrence))
            .onEvent("slow", occurrence -> note("slow", occurrence));

    private String note(String what, Occurrence occurrence) {
        String number = occurrence.arguments().size() == 0
                ? ""
                : " " + occurrence.arguments().at(0).json();
        log.add(what + number + (test.executor().isAtWork() ? "" : " on the reading thread"));
        return what;
    }

    private Client connected() {
        test.bean("/", bean);
        Client client = test.client();
        client.connect();
        return client;
    }

    @Test
    void runOnTheReadingThread() {
        Client client = connected();
        test.executor().hold();

        client.send("21[\"fast\"]");

        assertThat(log).containsExactly("fast on the reading thread");
        assertThat(client.received()).containsExactly("31[\"fast\"]");
        assertThat(test.executor().waiting()).isZero();
    }

    @Test
    void writeOnceForAllThatOneReadBrings() {
        Client client = connected();
        int before = client.transport().writes();

        client.sendTogether("21[\"fast\"]", "22[\"fast\"]", "23[\"fast\"]");

        assertThat(client.received()).containsExactly("31[\"fast\"]", "32[\"fast\"]", "33[\"fast\"]");
        assertThat(client.transport().writes() - before).isEqualTo(1);
    }

    @Test
    void waitBehindWhatMayBlock() {
        Client client = connected();
        test.executor().hold();

        client.send("2[\"fast\",1]", "2[\"slow\",2]", "2[\"fast\",3]");
        client.sendTogether("2[\"fast\",4]", "2[\"slow\",5]");
        assertThat(log).containsExactly("fast 1 on the reading thread");
        test.executor().release();
        client.send("2[\"fast\",6]");

        assertThat(log)
                .containsExactly(
                        "fast 1 on the reading thread",
                        "slow 2",
                        "fast 3",
                        "fast 4",
                        "slow 5",
                        "fast 6 on the reading thread");
    }

    @Test
    void waitForConnectHandlers() {
        test.bean("/", bean.onConnect(occurrence -> log.add("connect")));
        test.executor().hold();
        Client client = test.client();
        client.connect();

        client.send("2[\"fast\"]");
        assertThat(log).isEmpty();
        test.executor().release();

        assertThat(log).containsExactly("connect", "fast");
    }

    @Test
    void runOnTheExecutorWhereSomebodyElseMayBlock() {
        test.io().onConnect(socket -> socket.onAny((event, arguments) -> log.add("any")));
        Client client = connected();

        client.send("2[\"fast\"]");

        assertThat(log).containsExactly("any", "fast");
    }

    @Test
    void runOnTheExecutorBehindFilters() {
        test.io().filter(event -> Verdict.accepted());
        Client client = connected();

        client.send("2[\"fast\"]");

        assertThat(log).containsExactly("fast");
    }

    @Test
    void runOnTheExecutorWhereSomebodyObserves() {
        test.chronicle().hear("fast");
        Client client = connected();
        test.chronicle().lines();

        client.send("2[\"fast\"]");

        assertThat(log).containsExactly("fast");
        assertThat(test.chronicle().lines()).containsExactly("received fast");
    }

    @Test
    void runOnTheExecutorBesideAHandlerOfEveryEvent() {
        bean.onAny(occurrence -> log.add("any"));
        Client client = connected();

        client.send("2[\"fast\"]");

        assertThat(log).containsExactly("any", "fast");
    }

    @Test
    void mayDisconnectTheirSocket() {
        bean.onEventNonBlocking("bye", occurrence -> {
            occurrence.socket().disconnect();
            return note("bye", occurrence);
        });
        bean.onDisconnect(occurrence -> log.add("disconnect " + occurrence.reason()));
        Client client = connected();

        client.sendTogether("2[\"bye\"]", "2[\"fast\"]");

        assertThat(log).containsExactly("bye on the reading thread", "disconnect server namespace disconnect");
        assertThat(client.received()).containsExactly("1");
    }

    @Test
    void costNothingForEventsThatNobodyHandles() {
        Client client = connected();
        test.executor().hold();

        client.send("21[\"unknown\"]");

        assertThat(test.executor().waiting()).isZero();
        assertThat(test.queuedBytes()).isZero();
        assertThat(client.received()).isEmpty();
    }

    @Test
    void mayFail() {
        bean.onEventNonBlocking("broken", occurrence -> {
            throw new IllegalStateException("as the test wants");
        });
        Client client = connected();

        client.sendTogether("21[\"broken\"]", "22[\"fast\"]");

        assertThat(client.received()).containsExactly("31[{\"error\":\"Internal error\"}]", "32[\"fast\"]");
        test.failures(1);
    }
}
