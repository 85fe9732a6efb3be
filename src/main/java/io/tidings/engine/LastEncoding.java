package io.tidings.engine;

import io.tidings.protocol.engineio.EnginePacket;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What was encoded last in a batch: after a broadcast, the next session waits for the very same packets. */
final class LastEncoding {

    /** What is longer is cut into pieces for each connection, so that there is less to gain than to keep. */
    private static final int LONGEST = 32 * 1024;

    private @Nullable Function<List<EnginePacket>, byte[]> encoding;
    private List<EnginePacket> packets = List.of();
    private byte[] bytes = {};

    byte[] of(List<EnginePacket> wanted, Function<List<EnginePacket>, byte[]> wantedEncoding) {
        if (wantedEncoding == encoding && hasSame(wanted)) {
            return bytes;
        }
        byte[] made = wantedEncoding.apply(wanted);
        if (made.length <= LONGEST) {
            encoding = wantedEncoding;
            packets = wanted;
            bytes = made;
        }
        return made;
    }

    @SuppressWarnings("ReferenceEquality") // to compare the contents would cost as much as to encode them
    private boolean hasSame(List<EnginePacket> wanted) {
        int count = packets.size();
        if (wanted.size() != count) {
            return false;
        }
        for (int i = 0; i < count; i++) {
            if (wanted.get(i) != packets.get(i)) {
                return false;
            }
        }
        return true;
    }
}
