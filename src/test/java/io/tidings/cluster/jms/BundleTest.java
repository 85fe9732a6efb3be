package io.tidings.cluster.jms;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.protocol.Bytes;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class BundleTest {

    private static final List<Bytes> PARTS =
            List.of(Bytes.utf8("a"), Bytes.utf8("täglich"), Bytes.wrap(new byte[70_000]));

    @Test
    void comesApartAsItWasPutTogether() {
        assertThat(Bundle.parts(Bytes.wrap(Bundle.of(PARTS)))).isEqualTo(PARTS);
    }

    @Test
    @DisplayName("J-02 gives what is whole of what is not, and one empty part for the rest")
    void endsWithAnEmptyPartWhereItIsCutOff() {
        byte[] whole = Bundle.of(PARTS);

        for (int length : new int[] {0, 1, 3, 4}) {
            assertThat(cutOff(whole, length)).as("%d bytes", length).containsExactly(Bytes.EMPTY);
        }
        assertThat(cutOff(whole, 6)).containsExactly(PARTS.get(0), Bytes.EMPTY);
        assertThat(cutOff(whole, whole.length - 1)).containsExactly(PARTS.get(0), PARTS.get(1), Bytes.EMPTY);
    }

    private static List<Bytes> cutOff(byte[] whole, int length) {
        return Bundle.parts(Bytes.wrap(Arrays.copyOf(whole, length)));
    }

    @Test
    @DisplayName("J-02 does not believe lengths that cannot be")
    void refusesLengthsThatCannotBe() {
        for (int first : new int[] {0x80, 0xff, 0x7f}) {
            byte[] lying = Bundle.of(PARTS);
            lying[0] = (byte) first;
            assertThat(Bundle.parts(Bytes.wrap(lying))).containsExactly(Bytes.EMPTY);
        }
        assertThat(Bundle.parts(Bytes.wrap(new byte[100_000]))).containsExactly(Bytes.EMPTY);
    }

    @Test
    @DisplayName("J-02 survives whatever comes")
    void survivesNoise() {
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            byte[] noise = new byte[random.nextInt(64)];
            random.nextBytes(noise);
            if (noise.length > 3) {
                noise[0] = 0;
                noise[1] = 0;
                noise[2] = 0;
            }
            List<Bytes> parts = Bundle.parts(Bytes.wrap(noise));
            assertThat(parts).isNotEmpty();
            assertThat(parts.stream().mapToInt(Bytes::length).sum()).isLessThanOrEqualTo(noise.length);
        }
    }
}
