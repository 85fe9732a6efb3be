package io.tidings.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class LoadTest {

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @Test
    void countsEchoesThatAreRight() throws IOException {
        assertThat(loadOn(frame -> {})).isTrue();
        assertThat(text()).contains("clients=3").containsPattern("count=[1-9]").contains("errors=0");
    }

    @Test
    void failsWhenASingleByteOfAnEchoDiffers() throws IOException {
        assertThat(loadOn(frame -> frame[frame.length - 1] ^= 1)).isFalse();
        assertThat(text()).contains("differs from what was sent");
    }

    @Test
    void failsWhenTheServerCloses() throws IOException {
        assertThat(loadOn(frame -> frame[0] = (byte) 0x88)).isFalse();
        assertThat(text()).contains("the server closed with code");
    }

    private boolean loadOn(EchoServer.Mangling mangling) throws IOException {
        try (EchoServer server = new EchoServer(mangling)) {
            PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
            return Load.run(
                    out, "mode=raw", "clients=3", "warmup=0.1", "seconds=0.2", "port=" + server.port(), "path=/echo");
        }
    }

    private String text() {
        return printed.toString(StandardCharsets.UTF_8);
    }
}
