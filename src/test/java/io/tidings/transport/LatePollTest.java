package io.tidings.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.engine.EngineUnderTest;
import io.tidings.transport.fakes.FakeRequest;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A client says good-bye and polls at the same time, over two connections. */
class LatePollTest {

    private static final String POLLING = "EIO=4&transport=polling&sid=";
    private static final String NOOP = "200 6";
    private static final String SESSION_UNKNOWN = "400 {\"code\":1,\"message\":\"Session ID unknown\"}";

    @RegisterExtension
    final EngineUnderTest test = new EngineUnderTest();

    private Entrance entrance;
    private String sid;

    @BeforeEach
    void open() throws Exception {
        entrance = new Entrance(test);
        sid = entrance.open();
    }

    @Test
    void answersThePollThatTheGoodByeHasOvertaken() throws Exception {
        sayGoodBye();

        assertThat(poll()).isEqualTo(NOOP);
    }

    @Test
    void answersItOnce() throws Exception {
        sayGoodBye();
        poll();

        assertThat(poll()).isEqualTo(SESSION_UNKNOWN);
    }

    @Test
    void answersNoPollThatComesLater() throws Exception {
        sayGoodBye();
        test.time().advance(Duration.ofMillis(300));

        assertThat(poll()).isEqualTo(SESSION_UNKNOWN);
    }

    @Test
    void expectsNoPollAfterOneThatWasWaiting() throws Exception {
        poll();
        sayGoodBye();

        assertThat(poll()).isEqualTo(SESSION_UNKNOWN);
    }

    @Test
    void expectsNoPollOfASessionThatTheServerEnded() throws Exception {
        test.engine().stop();

        assertThat(poll()).isEqualTo(SESSION_UNKNOWN);
    }

    private String poll() throws Exception {
        return entrance.ask(FakeRequest.get(POLLING + sid));
    }

    private void sayGoodBye() throws Exception {
        FakeRequest request = FakeRequest.post(POLLING + sid);
        request.body().feed("1");
        request.body().end();
        entrance.ask(request);
        assertThat(test.engine().sessionCount()).isZero();
    }
}
