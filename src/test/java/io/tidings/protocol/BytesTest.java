package io.tidings.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BytesTest {

    private static final byte[] ABCDE = "abcde".getBytes(StandardCharsets.UTF_8);

    @Test
    void areEqualWhereTheirContentsAreWhereverTheseLie() {
        Bytes part = Bytes.wrap(ABCDE, 1, 3);

        assertThat(part).isEqualTo(Bytes.utf8("bcd")).hasSameHashCodeAs(Bytes.utf8("bcd"));
        assertThat(part).isNotEqualTo(Bytes.utf8("bce")).isNotEqualTo(Bytes.utf8("bc"));
        assertThat(part).isNotEqualTo("bcd");
    }

    @Test
    void doNotCopyWhatTheyWrapButCopyWhatTheyAreToldTo() {
        byte[] array = {1, 2};
        Bytes wrapped = Bytes.wrap(array);
        Bytes copied = Bytes.copyOf(array);

        array[0] = 9;

        assertThat(wrapped.at(0)).isEqualTo((byte) 9);
        assertThat(copied.at(0)).isEqualTo((byte) 1);
    }

    @Test
    void giveAwayNothingThatCouldChangeThem() {
        Bytes bytes = Bytes.utf8("abc");

        bytes.toArray()[0] = 'x';

        assertThat(bytes).isEqualTo(Bytes.utf8("abc"));
    }

    @Test
    void areCutWithoutLosingTheirBounds() {
        Bytes middle = Bytes.wrap(ABCDE).slice(1, 3);

        assertThat(middle.from(1)).isEqualTo(Bytes.utf8("cd"));
        assertThat(middle.slice(2, 1)).isEqualTo(Bytes.utf8("d"));
        assertThat(middle.from(3).isEmpty()).isTrue();
        assertThat(middle.toArray()).isEqualTo("bcd".getBytes(StandardCharsets.UTF_8));
        assertThat(middle.toUtf8String()).isEqualTo("bcd");
    }

    @ParameterizedTest
    @CsvSource({"-1, 1", "0, 4", "3, 1", "0, -1", "2147483647, 1"})
    void refuseToBeCutOutsideOfThemselves(int index, int count) {
        Bytes middle = Bytes.wrap(ABCDE, 1, 3);

        assertThatThrownBy(() -> middle.slice(index, count)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void doNotShowTheirNeighboursInTheArray() {
        Bytes middle = Bytes.wrap(ABCDE, 1, 3);

        assertThatThrownBy(() -> middle.at(3)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> middle.at(-1)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> Bytes.wrap(ABCDE, 4, 2)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void tellThePositionBehindTheirCopy() {
        byte[] target = new byte[6];

        int end = Bytes.wrap(ABCDE, 1, 3).copyTo(target, 2);

        assertThat(end).isEqualTo(5);
        assertThat(target).containsExactly(0, 0, 'b', 'c', 'd', 0);
    }

    @Test
    void keepTheirContentsOutOfLogs() {
        assertThat(Bytes.utf8("secret")).hasToString("Bytes[6]");
    }

    @Test
    void needNoArrayWhenEmpty() {
        assertThat(Bytes.utf8("")).isSameAs(Bytes.EMPTY);
    }

    @Test
    void canBeReadThroughABufferButNotWritten() {
        ByteBuffer buffer = Bytes.wrap(ABCDE, 1, 3).asByteBuffer();

        assertThat(buffer.remaining()).isEqualTo(3);
        assertThat(buffer.get(0)).isEqualTo((byte) 'b');
        assertThat(buffer.isReadOnly()).isTrue();
        assertThat(buffer.capacity()).isEqualTo(3);
    }
}
