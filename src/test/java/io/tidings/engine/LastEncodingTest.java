package io.tidings.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.protocol.Bytes;
import io.tidings.protocol.engineio.EnginePacket;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class LastEncodingTest {

    private static final EnginePacket A = EnginePacket.text("a");
    private static final EnginePacket B = EnginePacket.text("b");

    private final LastEncoding last = new LastEncoding();
    private final Function<List<EnginePacket>, byte[]> encoding = this::encodeAndCount;
    private int encodings;

    private byte[] encodeAndCount(List<EnginePacket> packets) {
        encodings++;
        return new byte[packets.stream().mapToInt(EnginePacket::size).sum()];
    }

    private byte[] encode(EnginePacket... packets) {
        return last.of(List.of(packets), encoding);
    }

    @Test
    void givesTheSameBytesForTheSamePackets() {
        byte[] first = encode(A, B);

        assertThat(first).hasSize(4);
        assertThat(encode(A, B)).isSameAs(first);
        assertThat(encode(A, B)).isSameAs(first);
        assertThat(encodings).isEqualTo(1);
    }

    @Test
    void encodesAnewWhateverElseThePacketsAre() {
        encode(A, B);
        encode(A);
        encode(A, A);
        encode(A, B);
        encode(B, A);
        encode(B, EnginePacket.text("a"));
        encode(B, EnginePacket.text("a"), B);

        assertThat(encodings).isEqualTo(7);
    }

    @Test
    void knowsOneEncodingFromAnother() {
        byte[] plain = encode(A);
        byte[] other = last.of(List.of(A), packets -> new byte[100]);

        assertThat(plain).hasSize(2);
        assertThat(other).hasSize(100);
        assertThat(encode(A)).hasSize(2);
    }

    @Test
    void keepsNothingThatIsLong() {
        EnginePacket longest = EnginePacket.binary(Bytes.wrap(new byte[32 * 1024]));
        EnginePacket longer = EnginePacket.binary(Bytes.wrap(new byte[32 * 1024 + 1]));

        assertThat(encode(longest)).isSameAs(encode(longest));
        assertThat(encode(longer)).hasSize(32 * 1024 + 1).isNotSameAs(encode(longer));
    }

    @Test
    void livesAsLongAsABatch() {
        List<EnginePacket> packets = List.of(A);
        FlushScope.run(() -> {
            byte[] first = FlushScope.encode(packets, encoding);
            FlushScope.run(
                    () -> assertThat(FlushScope.encode(packets, encoding)).isSameAs(first));
        });
        FlushScope.run(() -> FlushScope.encode(packets, encoding));
        FlushScope.encode(packets, encoding);
        FlushScope.encode(packets, encoding);

        assertThat(encodings).isEqualTo(4);
    }
}
