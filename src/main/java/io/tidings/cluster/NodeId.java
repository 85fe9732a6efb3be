package io.tidings.cluster;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Base64;

/** Names a node, or whoever else publishes, from its start to its end: 128 random bits. */
record NodeId(long high, long low) {

    static final int BYTES = 16;

    static NodeId random(SecureRandom random) {
        return new NodeId(random.nextLong(), random.nextLong());
    }

    @Override
    public String toString() {
        byte[] bytes = ByteBuffer.allocate(BYTES).putLong(high).putLong(low).array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
