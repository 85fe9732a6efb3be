package io.tidings.protocol.websocket;

import static io.tidings.protocol.websocket.ClientBytes.BINARY;
import static io.tidings.protocol.websocket.ClientBytes.FIN;
import static io.tidings.protocol.websocket.ClientBytes.RSV1;
import static io.tidings.protocol.websocket.ClientBytes.TEXT;
import static io.tidings.protocol.websocket.ClientBytes.ofHex;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.Allocation;
import io.tidings.protocol.Bytes;
import io.tidings.protocol.websocket.RecordingSink.Binary;
import io.tidings.protocol.websocket.RecordingSink.Text;
import io.tidings.protocol.websocket.Slicing.Refused;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.zip.Inflater;
import javax.management.JMException;
import javax.management.ObjectName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class InflationTest {

    private static final int MIB = 1024 * 1024;
    private static final byte[] BOMB = ClientDeflater.bomb(64 * MIB);

    @ParameterizedTest(name = "W-20 bomb of 64 MiB in one frame, {0}")
    @EnumSource
    void stopsABombAtTheLimit(Slicing slicing) {
        assertThat(BOMB).hasSizeLessThan(70_000);
        byte[] sent = new ClientBytes().frame(FIN | RSV1 | TEXT, BOMB).toArray();

        assertThat(slicing.read(reader(MIB), sent)).containsExactly(new Refused(1009));
    }

    @ParameterizedTest(name = "W-21 bomb of 64 MiB in 1000 fragments, {0}")
    @EnumSource
    void stopsABombInManyFragments(Slicing slicing) {
        byte[] sent = new ClientBytes()
                .fragments(RSV1 | TEXT, BOMB, BOMB.length / 1000)
                .toArray();

        assertThat(slicing.read(reader(MIB), sent)).containsExactly(new Refused(1009));
    }

    @ParameterizedTest(name = "W-20 bomb of {0} bytes")
    @ValueSource(ints = {64 * MIB, 256 * MIB})
    void allocatesForTheLimitAndNotForTheBomb(int inflatedSize) {
        byte[] sent = new ClientBytes()
                .frame(FIN | RSV1 | TEXT, ClientDeflater.bomb(inflatedSize))
                .toArray();
        FrameReader reader = reader(MIB);
        RecordingSink sink = new RecordingSink();

        long allocated = Allocation.of(() -> assertThatThrownBy(() -> reader.read(sent, 0, sent.length, sink))
                .isInstanceOf(WebSocketException.class));

        // every array of the doubling, of which no more than two live at once
        assertThat(allocated).isLessThan(2 * MIB + MIB / 8);
    }

    @Test
    void takesAMessageThatInflatesToExactlyTheLimit() {
        byte[] sent = new ClientBytes()
                .frame(FIN | RSV1 | BINARY, ClientDeflater.bomb(MIB))
                .frame(FIN | RSV1 | BINARY, ClientDeflater.bomb(MIB + 1))
                .toArray();

        List<Object> heard = Slicing.WHOLE.read(reader(MIB), sent);

        assertThat(heard).hasSize(2);
        assertThat(((Binary) heard.get(0)).payload().length()).isEqualTo(MIB);
        assertThat(heard.get(1)).isEqualTo(new Refused(1009));
    }

    @Test
    void takesIncompressibleBytesOfExactlyTheLimit() {
        byte[] payload = new byte[MIB];
        new Random(3).nextBytes(payload);
        try (ClientDeflater client = new ClientDeflater(false, 1)) {
            byte[] compressed = client.compress(payload);
            assertThat(compressed).hasSizeGreaterThan(MIB);
            byte[] sent =
                    new ClientBytes().frame(FIN | RSV1 | BINARY, compressed).toArray();

            assertThat(Slicing.RANDOM_LARGE.read(reader(MIB), sent)).containsExactly(new Binary(Bytes.wrap(payload)));
        }
    }

    @Test
    void refusesEmptyBlocksWithoutEnd() {
        // 200 KiB of empty stored blocks never reach a limit on what they inflate to
        byte[] blocks = new byte[200 * 1024];
        for (int at = 0; at + 5 <= blocks.length; at += 5) {
            blocks[at + 3] = -1;
            blocks[at + 4] = -1;
        }
        byte[] sent = new ClientBytes().frame(FIN | RSV1 | TEXT, blocks).toArray();

        assertThat(Slicing.WHOLE.read(reader(1000), sent)).containsExactly(new Refused(1009));
    }

    @Test
    void holdsNativeMemoryBetweenMessagesOnlyWhereTheContextIsKept() throws JMException {
        List<FrameReader> readers = new ArrayList<>();
        long before = inflaters();
        for (int i = 0; i < 100; i++) {
            FrameReader keeping = reader(MIB);
            FrameReader dropping =
                    new FrameReader(FrameLimits.ofMessage(MIB), new DeflateAgreement(true, false, false));
            for (FrameReader reader : List.of(keeping, dropping)) {
                byte[] sent = new ClientBytes()
                        .frame(FIN | RSV1 | TEXT, ofHex("F248CDC9C90700"))
                        .toArray();
                assertThat(Slicing.WHOLE.read(reader, sent)).containsExactly(new Text("Hello"));
                readers.add(reader);
            }
        }

        // class loading has a few inflaters of its own, which come and go
        assertThat(inflaters() - before).as("W-22").isBetween(90L, 110L);

        readers.forEach(FrameReader::close);

        assertThat(inflaters() - before).isLessThan(10);
    }

    private static long inflaters() throws JMException {
        String histogram = (String) ManagementFactory.getPlatformMBeanServer()
                .invoke(
                        new ObjectName("com.sun.management:type=DiagnosticCommand"),
                        "gcClassHistogram",
                        new Object[] {new String[0]},
                        new String[] {String[].class.getName()});
        return histogram
                .lines()
                .map(line -> line.trim().split("\\s+"))
                .filter(columns -> columns.length > 3 && columns[3].equals(Inflater.class.getName()))
                .mapToLong(columns -> Long.parseLong(columns[1]))
                .sum();
    }

    @Test
    void readsNothingAfterItWasClosed() {
        FrameReader reader = reader(MIB);
        RecordingSink sink = new RecordingSink();
        byte[] sent = new ClientBytes()
                .frame(FIN | RSV1 | TEXT, ofHex("F248CDC9C90700"))
                .toArray();
        reader.read(sent.clone(), 0, sent.length, sink);
        reader.close();

        reader.read(sent, 0, sent.length, sink);

        assertThat(sink.heard()).containsExactly(new Text("Hello"));
        assertThatCode(reader::close).doesNotThrowAnyException();
    }

    @Test
    void mayBeClosedByAnotherThreadInTheMiddleOfAMessage() throws InterruptedException {
        for (int round = 0; round < 50; round++) {
            FrameReader reader = reader(64 * MIB);
            CountDownLatch reading = new CountDownLatch(1);
            AtomicReference<Throwable> failure = new AtomicReference<>();
            Thread thread = new Thread(() -> readUntilClosed(reader, reading, failure));
            thread.start();
            reading.await();
            reader.close();
            thread.join();
            assertThat(failure.get()).isNull();
        }
    }

    private static void readUntilClosed(
            FrameReader reader, CountDownLatch reading, AtomicReference<Throwable> failure) {
        byte[] sent = new ClientBytes().fragments(RSV1 | TEXT, BOMB, 10).toArray();
        reading.countDown();
        try {
            Slicing.RANDOM_SMALL.read(reader, sent);
        } catch (RuntimeException e) {
            failure.set(e);
        }
    }

    private static FrameReader reader(int maxMessage) {
        return new FrameReader(FrameLimits.ofMessage(maxMessage), new DeflateAgreement(true, true, false));
    }
}
