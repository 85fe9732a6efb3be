package io.tidings.transport.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.LogLines;
import io.tidings.engine.CloseReason;
import io.tidings.engine.EngineUnderTest;
import io.tidings.engine.PeerFaults;
import io.tidings.protocol.websocket.ClientBytes;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class HostileFramesTest {

    @RegisterExtension
    final EngineUnderTest test = new EngineUnderTest();

    @RegisterExtension
    final LogLines log = new LogLines(PeerFaults.class);

    private final WebSocketClient client = WebSocketClient.of(test);

    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of("W-07 unmasked", new ClientBytes().unmasked(0x81, "4a"), 1002),
                Arguments.of("W-08 reserved opcode", new ClientBytes().frame(0x83, "4a"), 1002),
                Arguments.of("W-03 too big", new ClientBytes().frame(0x82, new byte[100_001]), 1009),
                Arguments.of("W-03 2 GiB announced", new ClientBytes().hex("81FF000000007FFFFFFF00000000"), 1009),
                Arguments.of("W-08 not UTF-8", new ClientBytes().frame(0x81, new byte[] {'4', (byte) 0xff}), 1007),
                Arguments.of("W-08 close code of nobody", new ClientBytes().close(999, ""), 1002),
                Arguments.of("no packet", new ClientBytes().text(""), 1002),
                Arguments.of("unknown packet", new ClientBytes().text("7"), 1002));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void endTheSessionWithTheCodeOfTheFault(String fault, ClientBytes bytes, int code) throws Exception {
        client.send(new ClientBytes().text("4before"));
        client.send(bytes);
        client.send(new ClientBytes().text("4after"));

        assertThat(client.heard()).as(fault).containsExactly("close " + code + " parse error");
        assertThat(client.session().closeReason()).contains(CloseReason.PARSE_ERROR);
        assertThat(test.listener().messagesOf(client.session())).containsExactly("before");
        assertThat(log.messages()).containsExactly("closed a session: parse error, client 192.0.2.1");
    }

    @Test
    void doNotTakeWhatCameBeforeThemInTheSameRead() throws Exception {
        client.send(new ClientBytes().text("4a").text("4b").unmasked(0x81, "4c").text("4d"));

        assertThat(test.listener().messagesOf(client.session())).containsExactly("a", "b");
    }

    @Test
    @DisplayName("W-10 a ping is answered at once with its own bytes")
    void aPingIsAnsweredAtOnce() throws Exception {
        client.send(new ClientBytes().ping(""));
        assertThat(client.heard()).containsExactly("pong ");

        client.send(new ClientBytes().ping("x".repeat(125)));
        assertThat(client.heard()).containsExactly("pong " + "x".repeat(125));
    }

    @Test
    void aPingBesideMessagesIsAnsweredAtOnce() throws Exception {
        test.executor().hold();

        client.send(new ClientBytes().ping("a").text("4m").ping("b").text("4n"));

        assertThat(client.heard()).containsExactly("pong a", "pong b");
    }

    @Test
    void aPongIsIgnored() throws Exception {
        client.send(new ClientBytes().pong("unasked"));

        assertThat(client.heard()).isEmpty();
        assertThat(client.session().isOpen()).isTrue();
    }

    @Test
    @DisplayName("W-06 pings of a client that does not read the answers end its session")
    void pingsOfAClientThatDoesNotReadTheAnswersEndItsSession() throws Exception {
        client.connection().output().room(0);
        for (int i = 0; i < 60; i++) {
            client.send(new ClientBytes().ping("p"));
        }
        assertThat(client.session().isOpen()).isTrue();

        client.send(new ClientBytes().ping("p"));

        assertThat(client.session().closeReason()).contains(CloseReason.FLOODING);
    }

    @Test
    @DisplayName("W-06 more control frames than the limit of a second end the session")
    void moreControlFramesThanTheLimitEndTheSession() throws Exception {
        ClientBytes flood = new ClientBytes();
        for (int i = 0; i < 201; i++) {
            flood.pong("p");
        }

        client.send(flood);

        assertThat(client.session().closeReason()).contains(CloseReason.FLOODING);
        assertThat(client.heard()).containsExactly("close 1008 flooding");
    }

    @Test
    @DisplayName("E-21 reading stops while the handler is behind, and goes on afterwards")
    void readingStopsWhileTheHandlerIsBehind() throws Exception {
        test.executor().hold();
        client.send(messages(64));
        client.send(messages(10));
        assertThat(client.connection().input().hasUnread()).isTrue();

        test.executor().release();

        assertThat(client.connection().input().hasUnread()).isFalse();
        assertThat(test.listener().messagesOf(client.session())).hasSize(74);
        client.send(messages(1));
        assertThat(test.listener().messagesOf(client.session())).hasSize(75);
    }

    @Test
    void theEndIsNoticedAfterReadingHadStopped() throws Exception {
        test.executor().hold();
        client.send(messages(64));
        client.send(messages(10));
        client.connection().input().end();
        assertThat(client.session().isOpen()).isTrue();

        test.executor().release();

        assertThat(client.session().closeReason()).contains(CloseReason.TRANSPORT_CLOSE);
        assertThat(test.listener().messagesOf(client.session())).hasSize(74);
    }

    @Test
    void aSessionThatIsClosedWhileReadingHasStoppedStillClosesItsConnection() throws Exception {
        test.executor().hold();
        client.send(messages(64));

        client.session().close(CloseReason.FORCED_CLOSE);
        client.send(new ClientBytes().close(1000, ""));
        test.executor().release();

        assertThat(client.connection().closes()).isEqualTo(1);
        assertThat(client.connection().wasForced()).isFalse();
    }

    private static ClientBytes messages(int count) {
        ClientBytes messages = new ClientBytes();
        for (int i = 0; i < count; i++) {
            messages.text("4m");
        }
        return messages;
    }
}
