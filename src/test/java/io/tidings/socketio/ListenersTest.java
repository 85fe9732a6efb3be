package io.tidings.socketio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.api.AnyListener;
import io.tidings.api.ArgumentException;
import io.tidings.api.Arguments;
import io.tidings.api.EventListener;
import io.tidings.api.Socket;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an application gives to a socket to be called. */
class ListenersTest {

    @RegisterExtension
    final ServerUnderTest test = new ServerUnderTest();

    private final List<String> log = new ArrayList<>();
    private final Client client = test.client();
    private Socket socket;

    @BeforeEach
    void connect() {
        socket = test.socket(client.connect());
    }

    private EventListener noting(String name) {
        return (arguments, ack) -> log.add(name + " " + json(arguments));
    }

    private AnyListener notingAny(String name) {
        return (event, arguments) -> log.add(name + " " + event + " " + json(arguments));
    }

    private static List<String> json(Arguments arguments) {
        return arguments.list().stream().map(argument -> argument.json()).toList();
    }

    @Test
    void areCalledInTheOrderTheyWereGiven() {
        socket.on("x", noting("first")).on("x", noting("second")).on("y", noting("other"));

        client.send("2[\"x\",1,\"a\"]");

        assertThat(log).containsExactly("first [1, \"a\"]", "second [1, \"a\"]");
    }

    @Test
    void mayBeForOneEventOnly() {
        socket.once("x", (arguments, ack) -> {
            noting("once").handle(arguments, ack);
            throw new ArgumentException("no matter");
        });
        socket.on("x", noting("on"));

        client.send("2[\"x\"]", "2[\"x\"]");

        assertThat(log).containsExactly("once []", "on []", "on []");
    }

    @Test
    void mayBeRemoved() {
        EventListener kept = noting("kept");
        EventListener removed = noting("removed");
        EventListener removedOnce = noting("removed once");
        socket.on("x", kept).on("x", removed).once("x", removedOnce).on("y", removed);
        socket.off("x", removed).off("x", removedOnce).off("y").off("unknown").off("unknown", kept);

        client.send("2[\"x\"]", "2[\"y\"]");

        assertThat(log).containsExactly("kept []");
    }

    @Test
    void mayRemoveThemselvesAndOthersWhileTheyAreCalled() {
        EventListener second = noting("second");
        socket.on("x", (arguments, ack) -> {
            log.add("first");
            socket.off("x");
        });
        socket.on("x", second);

        client.send("2[\"x\"]", "2[\"x\"]");

        assertThat(log).containsExactly("first", "second []");
    }

    @Test
    void mayHearOfEveryEventBeforeTheOthers() {
        AnyListener removed = notingAny("removed");
        socket.on("x", noting("x"));
        socket.onAny(notingAny("any"))
                .onAny(removed)
                .prependAny(notingAny("prepended"))
                .offAny(removed);

        client.send("2[\"x\",1]", "2[\"y\"]");

        assertThat(log).containsExactly("prepended x [1]", "any x [1]", "x [1]", "prepended y []", "any y []");
    }

    @Test
    void mayHearOfWhatIsSent() {
        AnyListener removed = notingAny("removed");
        socket.on("x", (arguments, ack) -> ack.send("an acknowledgement"));
        socket.onAnyOutgoing(notingAny("out"))
                .onAnyOutgoing(removed)
                .prependAnyOutgoing(notingAny("prepended"))
                .offAnyOutgoing(removed);

        socket.emit("own", 1);
        test.io().emit("broadcast");
        socket.emitWithAck("ask");
        client.transport().stall();
        socket.emit("queued");
        socket.asVolatile().emit("lost");
        client.send("27[\"x\"]");
        client.transport().unstall();

        assertThat(client.received()).last().isEqualTo("37[\"an acknowledgement\"]");
        assertThat(log)
                .containsExactly(
                        "prepended own [1]",
                        "out own [1]",
                        "prepended broadcast []",
                        "out broadcast []",
                        "prepended ask []",
                        "out ask []",
                        "prepended queued []",
                        "out queued []");
    }

    @Test
    void ofWhatIsSentSeeItOnceReadForAll() {
        List<Arguments> seen = new ArrayList<>();
        Socket other = test.socket(test.client().connect());
        socket.onAnyOutgoing((event, arguments) -> seen.add(arguments));
        other.onAnyOutgoing((event, arguments) -> seen.add(arguments));

        test.io().emit("broadcast", "x");

        assertThat(seen).hasSize(2);
        assertThat(seen.get(0)).isSameAs(seen.get(1));
        assertThat(seen.get(0).get(0, String.class)).isEqualTo("x");
    }

    @Test
    void ofWhatIsSentDoNotPreventIt() {
        socket.onAnyOutgoing((event, arguments) -> {
            throw new IllegalStateException("as the test wants");
        });

        socket.emit("own");

        assertThat(client.received()).containsExactly("2[\"own\"]");
        test.failures(1);
        assertThatThrownBy(() -> socket.emit("own", new Object())).isInstanceOf(IllegalArgumentException.class);
        assertThat(client.received()).isEmpty();
    }

    @ParameterizedTest
    @DisplayName("P-30 any name that is not reserved is a name")
    @ValueSource(
            strings = {"error", "message", "__proto__", "constructor", "hasOwnProperty", "toString", "", "\\u0000", "1"
            })
    void anyNameThatIsNotReservedIsAName(String name) {
        String plain = name.equals("\\u0000") ? "\u0000" : name;
        socket.on(plain, (arguments, ack) -> {
            log.add(plain);
            throw new ArgumentException("no matter");
        });

        client.send("2[\"" + name + "\",\"x\"]");

        assertThat(log).containsExactly(plain);
        assertThat(client.isOpen()).isTrue();
    }

    @Test
    @DisplayName("P-25 a number is the name of an event")
    void aNumberIsTheNameOfAnEvent() {
        socket.on("1", noting("number"));

        client.send("2[1,\"x\"]");

        assertThat(log).containsExactly("number [\"x\"]");
    }

    @Test
    @DisplayName("P-32 keeps nothing of names that nobody listens to")
    void keepsNothingOfNamesThatNobodyListensTo() {
        socket.on("x", noting("x"));
        for (int i = 0; i < 1_000; i++) {
            client.send("2[\"name" + i + "\"]");
        }

        assertThat(log).isEmpty();
        assertThat(((ClientSocket) socket).listeners().of("name1")).isEmpty();
        assertThat(test.queuedBytes()).isZero();
    }

    @Test
    void tellOfArgumentsThatAreMissing() {
        socket.on("x", (arguments, ack) -> arguments.at(1));

        client.send("27[\"x\",0]");

        assertThat(client.received()).containsExactly("37[{\"error\":\"argument 2 is missing\"}]");
    }
}
