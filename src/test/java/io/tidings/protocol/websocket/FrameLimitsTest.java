package io.tidings.protocol.websocket;

import static io.tidings.protocol.websocket.ClientBytes.BINARY;
import static io.tidings.protocol.websocket.ClientBytes.CONTINUATION;
import static io.tidings.protocol.websocket.ClientBytes.FIN;
import static io.tidings.protocol.websocket.ClientBytes.TEXT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tidings.protocol.Bytes;
import io.tidings.protocol.websocket.RecordingSink.Binary;
import io.tidings.protocol.websocket.RecordingSink.Text;
import io.tidings.protocol.websocket.Slicing.Refused;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FrameLimitsTest {

    private static final int LIMIT = 1000;

    @ParameterizedTest
    @EnumSource
    void takesAMessageOfExactlyTheLimit(Slicing slicing) {
        byte[] sent = new ClientBytes()
                .binary(new byte[LIMIT])
                .fragments(BINARY, new byte[LIMIT], 300)
                .toArray();

        assertThat(slicing.read(reader(), sent))
                .containsExactly(new Binary(Bytes.wrap(new byte[LIMIT])), new Binary(Bytes.wrap(new byte[LIMIT])));
    }

    @ParameterizedTest(name = "W-03 one frame over the limit, {0}")
    @EnumSource
    void refusesAFrameOverTheLimit(Slicing slicing) {
        byte[] sent = new ClientBytes().binary(new byte[LIMIT + 1]).toArray();

        assertThat(slicing.read(reader(), sent)).containsExactly(new Refused(1009));
    }

    @ParameterizedTest(name = "W-03 fragments that add up to more than the limit, {0}")
    @EnumSource
    void refusesTheFragmentThatPassesTheLimitByItsHeader(Slicing slicing) {
        byte[] sent = new ClientBytes()
                .frame(BINARY, new byte[LIMIT - 1])
                .frame(CONTINUATION, new byte[1])
                // the header of a fragment with one byte, which never comes
                .hex("8081 01020304")
                .toArray();

        assertThat(slicing.read(reader(), sent)).containsExactly(new Refused(1009));
    }

    @Test
    void refusesAMegabyteLimitPassedByAHundredThousandFrames() {
        FrameReader reader = new FrameReader(new FrameLimits(1_000_000, Integer.MAX_VALUE));
        byte[] first = new ClientBytes().frame(BINARY, new byte[1000]).toArray();
        byte[] more = new ClientBytes().frame(CONTINUATION, new byte[1000]).toArray();
        List<Object> heard = new ArrayList<>(Slicing.WHOLE.read(reader, first));
        int frames = 1;
        while (heard.isEmpty() && frames < 100_000) {
            heard.addAll(Slicing.RANDOM_LARGE.read(reader, more));
            frames++;
        }

        assertThat(heard).as("W-03").containsExactly(new Refused(1009));
        assertThat(frames).isEqualTo(1001);
    }

    @ParameterizedTest(name = "W-04 empty fragments, {0}")
    @EnumSource
    void refusesMoreFragmentsThanAllowedEvenEmptyOnes(Slicing slicing) {
        ClientBytes atTheLimit = new ClientBytes().frame(TEXT, "");
        for (int i = 2; i < 10; i++) {
            atTheLimit.frame(CONTINUATION, "");
        }
        atTheLimit.frame(FIN | CONTINUATION, "end");
        ClientBytes beyond = new ClientBytes().frame(TEXT, "");
        for (int i = 2; i <= 11; i++) {
            beyond.frame(CONTINUATION, "");
        }

        FrameReader reader = new FrameReader(new FrameLimits(LIMIT, 10));
        assertThat(slicing.read(reader, atTheLimit.toArray())).containsExactly(new Text("end"));
        assertThat(slicing.read(reader, beyond.toArray())).containsExactly(new Refused(1008));
    }

    @Test
    void endsAStreamOfEmptyFragmentsAtTheDefaultLimit() {
        byte[] fragment = new ClientBytes().frame(CONTINUATION, "").toArray();
        RecordingSink sink = new RecordingSink();
        FrameReader reader = reader();
        byte[] first = new ClientBytes().frame(TEXT, "").toArray();
        reader.read(first, 0, first.length, sink);
        int fragments = 1;
        int closeCode = 0;
        while (closeCode == 0) {
            try {
                reader.read(fragment, 0, fragment.length, sink);
                fragments++;
            } catch (WebSocketException e) {
                closeCode = e.closeCode();
            }
        }

        assertThat(closeCode).as("W-04").isEqualTo(1008);
        assertThat(fragments).isEqualTo(16_384);
    }

    @Test
    void startsCountingAnewWithEachMessage() {
        FrameReader reader = new FrameReader(new FrameLimits(10, 2));
        ClientBytes sent = new ClientBytes();
        Object[] heard = new Object[100];
        for (int i = 0; i < heard.length; i++) {
            sent.frame(TEXT, "12345").frame(FIN | CONTINUATION, "67890");
            heard[i] = new Text("1234567890");
        }

        assertThat(Slicing.RANDOM_SMALL.read(reader, sent.toArray())).containsExactly(heard);
    }

    @Test
    void takesNoLimitThatNoArrayCouldHold() {
        assertThatIllegalArgumentException().isThrownBy(() -> FrameLimits.ofMessage(Integer.MAX_VALUE));
        assertThatIllegalArgumentException().isThrownBy(() -> FrameLimits.ofMessage(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> new FrameLimits(1, 0));
    }

    private static FrameReader reader() {
        return new FrameReader(FrameLimits.ofMessage(LIMIT));
    }
}
