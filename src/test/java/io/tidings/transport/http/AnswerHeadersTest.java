package io.tidings.transport.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tidings.api.HttpHandshake;
import io.tidings.api.spi.ResponseHeaders;
import io.tidings.engine.EngineUnderTest;
import io.tidings.transport.fakes.FakeResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AnswerHeadersTest {

    private final HttpHandshake handshake = EngineUnderTest.handshake("192.0.2.1");
    private final FakeResponse response = new FakeResponse();

    @Test
    void addTheFirstAnswersOwnAndThoseOfEveryAnswer() {
        AnswerHeaders headers = new AnswerHeaders(List.of(bean(Map.of("A", "first"), Map.of("B", "every"))));

        headers.addEvery(response.http(), handshake);
        assertThat(response.headers()).isEqualTo(Map.of("B", "every"));

        headers.addInitial(response.http(), handshake);
        assertThat(response.headers()).isEqualTo(Map.of("A", "first", "B", "every"));
    }

    @Test
    void takeTheValueGivenLast() {
        AnswerHeaders headers =
                new AnswerHeaders(List.of(bean(Map.of(), Map.of("A", "one")), bean(Map.of(), Map.of("A", "two"))));

        headers.addEvery(response.http(), handshake);

        assertThat(response.headers()).isEqualTo(Map.of("A", "two"));
    }

    @Test
    void refuseToSplitAnAnswer() {
        AnswerHeaders headers = new AnswerHeaders(List.of(bean(Map.of(), Map.of("A", "x\r\nSet-Cookie: y"))));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> headers.addEvery(response.http(), handshake))
                .withMessageContaining("header A");
    }

    private static ResponseHeaders bean(Map<String, String> initial, Map<String, String> every) {
        return new ResponseHeaders() {
            @Override
            public Map<String, String> initial(HttpHandshake handshake) {
                return initial;
            }

            @Override
            public Map<String, String> every(HttpHandshake handshake) {
                return every;
            }
        };
    }
}
