package io.tidings.protocol.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeflateAgreementTest {

    private static final String NO_CONTEXTS =
            "permessage-deflate; server_no_context_takeover; client_no_context_takeover";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "permessage-deflate",
                " permessage-deflate ",
                "permessage-deflate; client_max_window_bits",
                "permessage-deflate;client_max_window_bits=8",
                "permessage-deflate ; client_max_window_bits = \"15\"",
                "permessage-deflate; server_no_context_takeover; client_no_context_takeover",
                "x-webkit-deflate-frame, permessage-deflate",
                ", ,permessage-deflate,",
                "foo; bar=baz; qux=\"1\", permessage-deflate; client_max_window_bits",
                "permessage-deflate; server_max_window_bits=10, permessage-deflate",
                "permessage-deflate; unknown, permessage-deflate"
            })
    void answersTheFirstOfferItCanHonour(String offers) {
        assertThat(DeflateAgreement.answer(offers, false).map(DeflateAgreement::header))
                .contains(NO_CONTEXTS);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "permessage-deflate | permessage-deflate",
                "permessage-deflate; client_max_window_bits | permessage-deflate",
                "permessage-deflate; server_no_context_takeover | permessage-deflate; server_no_context_takeover",
                "permessage-deflate; client_no_context_takeover | permessage-deflate; client_no_context_takeover",
                "permessage-deflate; server_max_window_bits=15 | permessage-deflate; server_max_window_bits=15"
            })
    void keepsTheContextsThatTheClientDoesNotDrop(String offers, String answer) {
        assertThat(DeflateAgreement.answer(offers, true).map(DeflateAgreement::header))
                .contains(answer);
    }

    @ParameterizedTest(name = "W-11 {0}")
    @ValueSource(
            strings = {
                "",
                " ",
                "constructor",
                "__proto__; toString=hasOwnProperty",
                ";;;",
                ";",
                "=",
                ",",
                "\"",
                "permessage-deflate; server_max_window_bits=99",
                "permessage-deflate; server_max_window_bits",
                "permessage-deflate; server_max_window_bits=14",
                "permessage-deflate; server_max_window_bits=015",
                "permessage-deflate; server_max_window_bits=99999999999999999999",
                "permessage-deflate; client_max_window_bits=7",
                "permessage-deflate; client_max_window_bits=16",
                "permessage-deflate; client_max_window_bits=-8",
                "permessage-deflate; client_max_window_bits=08",
                "permessage-deflate; client_max_window_bits=\"\"",
                "permessage-deflate; server_no_context_takeover=1",
                "permessage-deflate; client_no_context_takeover=true",
                "permessage-deflate; client_max_window_bits; client_max_window_bits=10",
                "permessage-deflate; server_no_context_takeover; server_no_context_takeover",
                "permessage-deflate; mystery",
                "permessage-deflate; constructor",
                "PERMESSAGE-DEFLATE",
                "permessage-deflate-x",
                "permessage-deflate;",
                "permessage-deflate;;client_max_window_bits",
                "permessage-deflate; client_max_window_bits=",
                "permessage-deflate; client_max_window_bits=\"10",
                "permessage-deflate; client_max_window_bits=\"1 0\"",
                "permessage-deflate; client_max_window_bits=\"10\"x",
                "permessage-deflate client_max_window_bits",
                "permessage-deflate, ;",
                "permessage-deflate, foo bar",
                "permessage-deflate\u0000",
                "permessage-deflate, \u00fc",
                "permessage\u2010deflate"
            })
    void agreesOnNothingElse(String offers) {
        assertThat(DeflateAgreement.answer(offers, false)).isEmpty();
        assertThat(DeflateAgreement.answer(offers, true)).isEmpty();
    }

    @ParameterizedTest(name = "W-11 64 KB of {0}")
    @ValueSource(strings = {"a,", ",", ";", "a;", "a;b=", " ", "a=", "\"", "a;b=\"", "permessage-deflate;", "a"})
    @Timeout(60)
    void readsALongHeaderInLinearTime(String part) {
        String header = part.repeat(65_536 / part.length());

        // Often enough that a quadratic reader would run into the time-out on any machine.
        for (int i = 0; i < 200; i++) {
            assertThat(DeflateAgreement.answer(header, false)).isEmpty();
        }
    }

    @Test
    @Timeout(60)
    void neverThrowsWhateverTheHeader() {
        String[] parts = {
            "permessage-deflate",
            "client_max_window_bits",
            "server_max_window_bits",
            "=",
            "15",
            "\"",
            ";",
            ",",
            " ",
            "\t",
            "x",
            "\u0000",
            "\uffff",
            "server_no_context_takeover"
        };
        Random random = new Random(7692);
        for (int round = 0; round < 200_000; round++) {
            StringBuilder header = new StringBuilder();
            for (int left = random.nextInt(12); left > 0; left--) {
                header.append(parts[random.nextInt(parts.length)]);
            }
            DeflateAgreement.answer(header.toString(), random.nextBoolean())
                    .ifPresent(agreement -> assertThat(agreement.header()).startsWith("permessage-deflate"));
        }
    }
}
