package io.tidings.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.cluster.OutsiderSettings;
import io.tidings.cluster.TextLimits;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the settings say of those who are no nodes. */
class OutsiderSetupTest {

    private static SettingReader reader(Map<String, String> values) {
        return new SettingReader(new SettingSource(name -> Optional.ofNullable(values.get(name))));
    }

    private static ClusterSetup setup(Map<String, String> values) {
        return new ClusterSetup(reader(values), "/shop");
    }

    private static OutsiderSettings outsiders(Map<String, String> values) {
        return setup(values).outsiders(new Settings(reader(values)).socketIo());
    }

    @Test
    void textIsTakenWhereThereIsNoKeyOrASettingSaysSo() {
        Map<String, String> key = Map.of("tidings.cluster.key", "0123456789abcdef");
        Map<String, String> keyAndText =
                Map.of("tidings.cluster.key", "0123456789abcdef", "tidings.cluster.text-messages", "true");

        assertThat(outsiders(Map.of())).isEqualTo(new OutsiderSettings(1_000, TextLimits.DEFAULT));
        assertThat(outsiders(key).texts()).isNull();
        assertThat(outsiders(keyAndText).texts()).isEqualTo(TextLimits.DEFAULT);
        assertThat(outsiders(Map.of("tidings.cluster.text-messages", "false")).texts())
                .isNull();
    }

    @Test
    void textHasTheLimitsOfClients() {
        OutsiderSettings settings = outsiders(Map.of(
                "tidings.cluster.max-text-message", "1000",
                "tidings.cluster.max-producers", "7",
                "tidings.max-json-depth", "20",
                "tidings.max-namespace-name", "32",
                "tidings.max-event-name", "16",
                "tidings.max-room-name", "8"));

        assertThat(settings).isEqualTo(new OutsiderSettings(7, new TextLimits(1_000, 20, 32, 16, 8)));
    }

    @Test
    void eventsAreForwardedByNamespaceAndName() {
        assertThat(setup(Map.of()).forwardedEvents()).isEmpty();
        assertThat(setup(Map.of("tidings.cluster.forward-events", "/ order,/shop  order, /shop pay by card"))
                        .forwardedEvents())
                .isEqualTo(Map.of("order", Set.of("/", "/shop"), "pay by card", Set.of("/shop")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"order", "shop order", "/shop", "/shop order,pay"})
    void whatIsForwardedIsAPair(String value) {
        assertThatThrownBy(() ->
                        setup(Map.of("tidings.cluster.forward-events", value)).forwardedEvents())
                .hasMessage("Setting tidings.cluster.forward-events is '" + value + "' but must be pairs of a namespace"
                        + " and an event, such as /orders order, separated by commas.");
    }

    @ParameterizedTest
    @CsvSource({
        "tidings.cluster.max-text-message,63",
        "tidings.cluster.max-producers,0",
        "tidings.cluster.text-messages,yes"
    })
    void whatMakesNoSenseIsRefused(String name, String value) {
        assertThatThrownBy(() -> outsiders(Map.of(name, value)))
                .hasMessageStartingWith("Setting " + name + " is '" + value + "' but must be ");
    }

    @Test
    void anotherApplicationSaysWhoseTopicItMeans() {
        assertThat(ClusterSetup.ofAnother(reader(Map.of("tidings.cluster.topic", "tidings.shop")))
                        .jms()
                        .ofEvents()
                        .topic())
                .isEqualTo("tidings.shop.events");
        assertThat(setup(Map.of()).jms().topic()).isEqualTo("tidings.shop");
        assertThatThrownBy(() -> ClusterSetup.ofAnother(reader(Map.of())))
                .hasMessageContaining("the topic of the application whose sockets are meant");
    }
}
