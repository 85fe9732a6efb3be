package io.tidings.protocol.socketio;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.protocol.Bytes;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonMembersTest {

    private static Optional<String> find(String json, String name) {
        return JsonMembers.find(Bytes.utf8(json), name).map(Bytes::toUtf8String);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{\"a\":1} | 1",
                "{\"b\":2,\"a\":1} | 1",
                "{ \t\"a\" : 1 , \"b\":2 } | 1",
                "{\"a\":null} | null",
                "{\"a\":\"x\\\"}y\"} | \"x\\\"}y\"",
                "{\"a\":[1,{\"a\":2},[]],\"b\":3} | [1,{\"a\":2},[]]",
                "{\"b\":{\"a\":2},\"a\":{\"c\":{}}} | {\"c\":{}}",
                "{\"b\":[{\"a\":2}],\"a\":true} | true",
                "{\"\\u0061\":1} | 1",
            })
    void findsTheTextOfAMember(String json, String value) {
        assertThat(find(json, "a")).contains(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"b\":1}",
                "{\"aa\":1,\"\":2,\"A\":3}",
                "{\"b\":{\"a\":1}}",
                "[\"a\",1]",
                "\"a\"",
                "1",
                "null"
            })
    void findsNothingElsewhere(String json) {
        assertThat(find(json, "a")).isEmpty();
    }

    @Test
    void takesTheLastOfSeveralAsJavaScriptDoes() {
        assertThat(find("{\"a\":1,\"b\":0,\"a\":{\"a\":2},\"\\u0061\":3}", "a")).contains("3");
    }

    @Test
    @DisplayName("P-31 takes names for plain text")
    void takesNamesForPlainText() {
        String json = "{\"__proto__\":{\"admin\":true},\"é\\n\":2}";

        assertThat(find(json, "admin")).isEmpty();
        assertThat(find(json, "toString")).isEmpty();
        assertThat(find(json, "__proto__")).contains("{\"admin\":true}");
        assertThat(find(json, "é\n")).contains("2");
    }

    @Test
    @DisplayName("P-40 needs no stack for what is deep")
    void needsNoStackForWhatIsDeep() {
        String deep = "[".repeat(100_000) + "]".repeat(100_000);

        assertThat(find("{\"b\":" + deep + ",\"a\":" + deep + "}", "a")).contains(deep);
    }

    @Test
    void sharesTheBytesOfTheText() {
        Bytes json = Bytes.utf8("xx{\"a\":[1,2]}xx").slice(2, 11);

        assertThat(JsonMembers.find(json, "a")).contains(Bytes.utf8("[1,2]"));
    }
}
