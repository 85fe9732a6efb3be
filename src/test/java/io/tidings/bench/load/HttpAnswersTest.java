package io.tidings.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HttpAnswersTest {

    private final List<String> bodies = new ArrayList<>();
    private final List<HttpAnswers.Head> heads = new ArrayList<>();
    private final HttpAnswers answers = new HttpAnswers((head, bytes, from, length) -> {
        heads.add(head);
        bodies.add(new String(bytes, from, length, StandardCharsets.US_ASCII));
    });

    @Test
    void readsAnAnswerOfKnownLength() {
        assertThat(unreadOf("HTTP/1.1 200 OK\r\ncontent-length: 5\r\n\r\nhello"))
                .isEmpty();
        assertThat(bodies).containsExactly("hello");
        assertThat(heads).containsExactly(new HttpAnswers.Head(200, 5, false, false));
    }

    @Test
    void readsAnAnswerInChunks() {
        assertThat(
                        unreadOf(
                                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\nA\r\n0123456789\r\n0\r\n\r\n"))
                .isEmpty();
        assertThat(bodies).containsExactly("abc0123456789");
    }

    @Test
    void waitsForTheWholeAnswerWhereverItIsCut() {
        String known = "HTTP/1.1 400 Bad Request\r\nContent-Length: 2\r\n\r\nno";
        String chunked = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n";
        for (String answer : List.of(known, chunked)) {
            for (int length = 0; length < answer.length(); length++) {
                assertThat(unreadOf(answer.substring(0, length))).hasSize(length);
            }
        }
        assertThat(bodies).isEmpty();
    }

    @Test
    void readsTwoAnswersOfOneBuffer() {
        String answer = "HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\nx";

        assertThat(unreadOf(answer + answer + "HTTP/1.1")).isEqualTo("HTTP/1.1");
        assertThat(bodies).containsExactly("x", "x");
    }

    @Test
    void seesThatTheServerClosesTheConnection() {
        unreadOf("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");

        assertThat(heads).containsExactly(new HttpAnswers.Head(200, 0, false, true));
    }

    private String unreadOf(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        return text.substring(answers.read(bytes, 0, bytes.length));
    }
}
