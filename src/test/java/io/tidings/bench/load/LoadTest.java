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
        assertThat(loadOn("raw", echo(frame -> {}))).as(this::text).isTrue();
        assertThat(text())
                .contains("clients=3")
                .containsPattern("count=[1-9]")
                .containsPattern("total=[1-9]")
                .contains("errors=0");
    }

    @Test
    void failsWhenASingleByteOfAnEchoDiffers() throws IOException {
        assertThat(loadOn("raw", echo(frame -> frame[frame.length - 1] ^= 1))).isFalse();
        assertThat(text()).contains("differs from what was sent");
    }

    @Test
    void failsWhenTheServerCloses() throws IOException {
        assertThat(loadOn("raw", echo(frame -> frame[0] = (byte) 0x88))).isFalse();
        assertThat(text()).contains("the server closed with code");
    }

    @Test
    void countsAcknowledgementsThatAreRight() throws IOException {
        assertThat(loadOn("ack", new SocketIoConduct())).as(this::text).isTrue();
        assertThat(text()).contains("clients=3").containsPattern("count=[1-9]").contains("errors=0");
    }

    @Test
    void failsWhenAnAcknowledgementHasTheNumberOfAnotherEvent() throws IOException {
        assertThat(loadOn("ack", new SocketIoConduct(packet -> packet.replaceFirst("^(43.)0", "$19"))))
                .isFalse();
        assertThat(text()).contains("differs from what was sent: 4319");
    }

    @Test
    void countsABroadcastOnceForEachThatReceivesIt() throws IOException {
        SocketIoConduct conduct = new SocketIoConduct();

        assertThat(loadOn("bcast", conduct)).as(this::text).isTrue();

        assertThat(text()).contains("clients=3").containsPattern("count=[1-9]").contains("errors=0");
        assertThat(value("total"))
                .as("each broadcast but for those still on their way reaches all three")
                .isBetween(3 * (conduct.broadcasts() - 4), 3 * conduct.broadcasts());
    }

    @Test
    void failsWhenABroadcastReachesAClientTwice() throws IOException {
        assertThat(loadOn("bcast", new SocketIoConduct(packet -> packet, 2))).isFalse();
        assertThat(text()).containsPattern("differs from what was sent|that nobody sent");
    }

    @Test
    void failsWhenAByteOfABroadcastDiffers() throws IOException {
        assertThat(loadOn("bcast", new SocketIoConduct(packet -> packet.replace("bcast", "bcasT"))))
                .isFalse();
        assertThat(text()).contains("differs from what was sent: 42[\"bcasT\"");
    }

    @Test
    void failsWhenTheServerRefusesTheSocket() throws IOException {
        assertThat(loadOn("ack", new SocketIoConduct(packet -> packet.replaceFirst("^40", "44"))))
                .isFalse();
        assertThat(text()).contains("the server refuses to connect: 44{");
    }

    @Test
    void bringsBroadcastsOfOneNodeToTheAudienceAtAnother() throws IOException {
        SocketIoConduct both = new SocketIoConduct();
        try (TinyServer here = new TinyServer(both);
                TinyServer there = new TinyServer(both)) {
            String[] words = {
                "mode=bcast",
                "event=hall",
                "clients=5",
                "audience=2",
                "rate=200",
                "warmup=0.1",
                "seconds=0.3",
                "port=" + here.port() + "," + there.port()
            };
            assertThat(Load.run(new PrintStream(printed, true, StandardCharsets.UTF_8), words))
                    .as(this::text)
                    .isTrue();
        }
        assertThat(text())
                .contains("clients=5")
                .containsPattern("elsewhere.p99.us=[1-9]")
                .contains("errors=0");
        assertThat(value("total")).isBetween(2 * (both.broadcasts() - 4), 2 * both.broadcasts());
    }

    private interface Mangling {
        void mangle(byte[] frame);
    }

    private static TinyServer.Conduct echo(Mangling mangling) {
        return (line, frame) -> {
            mangling.mangle(frame);
            line.send(frame);
        };
    }

    private boolean loadOn(String mode, TinyServer.Conduct conduct) throws IOException {
        try (TinyServer server = new TinyServer(conduct)) {
            PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
            String[] words = {"mode=" + mode, "clients=3", "warmup=0.1", "seconds=0.2", "port=" + server.port()};
            return Load.run(out, words);
        }
    }

    private String text() {
        return printed.toString(StandardCharsets.UTF_8);
    }

    private long value(String name) {
        return text().lines()
                .filter(line -> line.startsWith(name + "="))
                .mapToLong(line -> Long.parseLong(line.substring(name.length() + 1)))
                .sum();
    }
}
