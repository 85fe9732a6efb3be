package io.tidings.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.Allocation;
import io.tidings.socketio.ArgumentReader;
import io.tidings.socketio.RawArgument;
import org.junit.jupiter.api.Test;

/** What it takes to read an argument and to answer with it. */
class ArgumentMemoryTest {

    private static final int ROUNDS = 100;

    private record Message(long id, String text) {}

    private final JsonArguments codec = new JsonArguments();
    private final Client client = new Client(codec);

    @Test
    void littleForAString() {
        RawArgument argument =
                client.sends("\"a text of thirty-two characters.\"").get(0);
        ArgumentReader reader = codec.reader(String.class);

        assertThat(Allocation.perCall(ROUNDS, () -> codec.ack(reader.read(argument))))
                .isLessThanOrEqualTo(500);
    }

    @Test
    void littleForAnArgumentThatIsForwarded() {
        RawArgument argument = client.sends("{\"a\":[1,2,3,4,5,6,7,8,9]}").get(0);

        assertThat(Allocation.perCall(ROUNDS, () -> codec.ack(argument))).isLessThanOrEqualTo(350);
    }

    @Test
    void notMuchForARecord() {
        RawArgument argument = client.sends("{\"id\":17,\"text\":\"hello\"}").get(0);
        ArgumentReader reader = codec.reader(Message.class);

        assertThat(Allocation.perCall(ROUNDS, () -> codec.ack(reader.read(argument))))
                .isLessThanOrEqualTo(1_500);
    }
}
