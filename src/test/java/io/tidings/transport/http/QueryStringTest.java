package io.tidings.transport.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueryStringTest {

    @Test
    void readsNamesAndValuesInTheirOrder() throws HttpFault {
        QueryString query = QueryString.parse("EIO=4&transport=polling&x=a%20b+c&y=&z&x=%C3%A9=");

        assertThat(query.namesAndValues())
                .containsExactly("EIO", "4", "transport", "polling", "x", "a b c", "y", "", "z", "", "x", "é=");
        assertThat(query.single("transport")).isEqualTo("polling");
        assertThat(query.single("y")).isEmpty();
        assertThat(query.single("absent")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "&", "&&&"})
    void findsNothingInNothing(String raw) throws HttpFault {
        assertThat(QueryString.parse(raw).single("sid")).isNull();
    }

    @Test
    void findsNothingWhereThereIsNoQuery() throws HttpFault {
        assertThat(QueryString.parse(null).namesAndValues()).isEmpty();
    }

    @Test
    @DisplayName("E-06 refuses two values of a name that steers the protocol")
    void refusesTwoValuesOfANameThatSteersTheProtocol() throws HttpFault {
        QueryString query = QueryString.parse("sid=a&sid=a");

        assertThatThrownBy(() -> query.single("sid"))
                .isInstanceOf(HttpFault.class)
                .hasMessage("Bad request");
    }

    @Test
    @DisplayName("E-06 takes a name with brackets for another name")
    void takesANameWithBracketsForAnotherName() throws HttpFault {
        assertThat(QueryString.parse("sid[]=a").single("sid")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sid=%", "sid=%1", "sid=%zz", "%=a", "a=b&sid=%-1"})
    void refusesWhatIsNotEncodedRight(String raw) {
        assertThatThrownBy(() -> QueryString.parse(raw)).isInstanceOf(HttpFault.class);
    }

    @Test
    void readsAHundredParametersAndNoMore() throws HttpFault {
        String hundred = "a=1" + "&b=2".repeat(99);

        assertThat(QueryString.parse(hundred).namesAndValues()).hasSize(200);
        assertThatThrownBy(() -> QueryString.parse(hundred + "&c")).isInstanceOf(HttpFault.class);
        assertThatThrownBy(() -> QueryString.parse("&".repeat(1_000_000))).isInstanceOf(HttpFault.class);
    }
}
