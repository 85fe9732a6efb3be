package io.tidings.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.LogLines;
import io.tidings.api.ArgumentException;
import io.tidings.protocol.socketio.Payload;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;
import jakarta.json.bind.adapter.JsonbAdapter;
import jakarta.json.bind.config.PropertyNamingStrategy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A JSON-B that the application has brought. */
class ApplicationJsonbTest {

    private static final byte[] ONE = {1};

    @SuppressWarnings("ArrayRecordComponent") // nobody compares pictures
    public record Picture(String fileName, byte @Nullable [] pixels, Optional<Money> price) {}

    public record Money(String currency, long cents) {}

    public static class MoneyAdapter implements JsonbAdapter<Money, String> {

        @Override
        public String adaptToJson(Money money) {
            return money.cents() + " " + money.currency();
        }

        @Override
        public Money adaptFromJson(String text) {
            String[] parts = text.split(" ", 2);
            return new Money(parts[1], Long.parseLong(parts[0]));
        }
    }

    public enum Side {
        LEFT
    }

    @RegisterExtension
    final LogLines log = new LogLines(JsonArguments.class);

    private static JsonbConfig config() {
        return new JsonbConfig()
                .withPropertyNamingStrategy(PropertyNamingStrategy.LOWER_CASE_WITH_UNDERSCORES)
                .withNullValues(true)
                .withAdapters(new MoneyAdapter());
    }

    @Test
    void decidesAboutRecordsAndWhatIsInThem() {
        JsonArguments codec = new JsonArguments(JsonArguments.jsonb(config()));
        Client client = new Client(codec);
        Picture picture = new Picture("a.png", ONE, Optional.of(new Money("EUR", 5)));
        String json = "{\"file_name\":\"a.png\",\"pixels\":{\"_placeholder\":true,\"num\":0},\"price\":\"5 EUR\"}";

        Payload payload = codec.event("e", List.of(picture), new Money("USD", 7), Side.LEFT);

        assertThat(payload.json().toUtf8String()).isEqualTo("[\"e\",[" + json + "],\"7 USD\",\"LEFT\"]");
        assertThat(payload.attachments()).hasSize(1);
        Picture read = client.reads(Picture.class, json, ONE);
        assertThat(read.fileName()).isEqualTo("a.png");
        assertThat(read.pixels()).containsExactly(ONE);
        assertThat(client.reads(Client.generic(Map.class, String.class, Money.class), "{\"a\":\"1 EUR\"}"))
                .isEqualTo(Map.of("a", new Money("EUR", 1)));
        assertThat(client.gets(new Picture("b", null, Optional.empty())))
                .isEqualTo("{\"file_name\":\"b\",\"pixels\":null,\"price\":null}");
        assertThat(log.messages()).isEmpty();
    }

    @Test
    void isAsStrictAsOursIfWeMadeIt() {
        Client client = new Client(new JsonArguments(JsonArguments.jsonb(new JsonbConfig())));

        assertThatThrownBy(() -> client.reads(Money.class, "{\"cents\":9223372036854775808}"))
                .isInstanceOf(ArgumentException.class)
                .hasMessage("is not a valid Money");
        assertThatThrownBy(() -> client.reads(Money.class, "{\"cents\":null}")).isInstanceOf(ArgumentException.class);
    }

    @Test
    void worksIfSomebodyElseMadeItButKnowsNoBinaryWithinRecords() {
        JsonArguments codec = new JsonArguments(JsonbBuilder.create(config()));
        Client client = new Client(codec);

        assertThat(log.messages())
                .singleElement()
                .asString()
                .contains("byte[] within beans and records is not sent as binary", "JsonArguments.jsonb(config)");
        assertThat(client.gets(new Picture("a", ONE, Optional.empty()))).contains("\"pixels\":[1]");
        assertThat(codec.event("e", Map.of("a", List.of(ONE))).attachments()).hasSize(1);
        assertThat(client.reads(byte[][].class, "[{\"_placeholder\":true,\"num\":0}]", ONE)[0])
                .containsExactly(ONE);
        assertThat(client.reads(Money.class, "\"5 EUR\"")).isEqualTo(new Money("EUR", 5));
    }
}
