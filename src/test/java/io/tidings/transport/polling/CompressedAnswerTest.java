package io.tidings.transport.polling;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.protocol.engineio.EnginePacket;
import io.tidings.protocol.engineio.PacketType;
import io.tidings.transport.fakes.FakeRequest;
import io.tidings.transport.fakes.FakeResponse;
import io.tidings.transport.http.Compression;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CompressedAnswerTest {

    private static final EnginePacket LARGE = EnginePacket.text("x".repeat(1_024));

    private final Compression compression = new Compression(true, 1_024);

    @Test
    void leavesAnAnswerAloneWhereNoMessageWantsToBeCompressed() throws Exception {
        assertThat(encodingOf(LARGE, LARGE)).isEqualTo("gzip");
        assertThat(encodingOf(LARGE.uncompressed(), LARGE)).isEqualTo("gzip");
        assertThat(encodingOf(LARGE.uncompressed(), LARGE.uncompressed())).isNull();
        assertThat(encodingOf(EnginePacket.PING, LARGE.uncompressed())).isNull();
    }

    @Test
    void compressesAnAnswerWithoutMessages() throws Exception {
        EnginePacket open = new EnginePacket(PacketType.OPEN, LARGE.data(), false);

        assertThat(encodingOf(open, EnginePacket.NOOP)).isEqualTo("gzip");
    }

    private @Nullable String encodingOf(EnginePacket... packets) {
        FakeRequest request = FakeRequest.get("").header("Accept-Encoding", "gzip");
        FakeResponse response = new FakeResponse();
        Poll poll = new Poll(request.http(), response.http(), compression);

        poll.answer(List.of(packets), () -> {});

        return response.header("Content-Encoding");
    }
}
