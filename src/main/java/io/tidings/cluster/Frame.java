package io.tidings.cluster;

import io.tidings.protocol.Bytes;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * A message in its envelope, which ends with a proof of all before: with a key that it comes from somebody who knows it, without one only
 * that nothing has been damaged.
 *
 * @param publisher who says it
 * @param isOfNode whether that is a node, or somebody who only publishes
 * @param sequence its number among all that the publisher has said to all; 0 for what it says to one
 * @param sentAt by the publisher's wall clock, in milliseconds
 * @param body the message
 */
record Frame(NodeId publisher, boolean isOfNode, long sequence, long sentAt, Bytes body) {

    /** What is said to one has no number among what is said to all. */
    static final long UNNUMBERED = 0;

    private static final int MAGIC = 0x5469; // "Ti"
    private static final int VERSION = 1;
    /** What the fourth octet says: with or without a key, from a node or from somebody else. */
    private static final int PROVEN = 1;

    private static final int OF_PRODUCER = 2;
    private static final int SUM_BYTES = 4;
    private static final int HEAD = 4 + NodeId.BYTES + 2 * Long.BYTES;

    /** Why a message is not taken. */
    enum Refusal {
        DAMAGED,
        OTHER_VERSION,
        TOO_LARGE,
        FORGED
    }

    /** Not a message of this cluster. */
    static final class RefusedFrame extends Exception {

        private static final long serialVersionUID = 1L;

        private final Refusal refusal;

        RefusedFrame(Refusal refusal) {
            super(refusal.name(), null, false, false);
            this.refusal = refusal;
        }

        Refusal refusal() {
            return refusal;
        }
    }

    static Bytes write(NodeId node, long sequence, long sentAt, ClusterMessage message, @Nullable ClusterKey key) {
        WireWriter writer = begun(message, key == null ? 0 : PROVEN);
        writer.fixed(node.high()).fixed(node.low()).fixed(sequence).fixed(sentAt);
        return ended(writer, message, key);
    }

    /** What somebody says who is no node. */
    static Bytes writeAsProducer(
            NodeId producer, long sequence, long sentAt, ClusterMessage message, @Nullable ClusterKey key) {
        WireWriter writer = begun(message, OF_PRODUCER | (key == null ? 0 : PROVEN));
        writer.fixed(producer.high()).fixed(producer.low()).fixed(sequence).fixed(sentAt);
        return ended(writer, message, key);
    }

    private static WireWriter begun(ClusterMessage message, int marks) {
        return new WireWriter(expected(message))
                .octet(MAGIC >> Byte.SIZE)
                .octet(MAGIC & 0xff)
                .octet(VERSION)
                .octet(marks);
    }

    private static Bytes ended(WireWriter writer, ClusterMessage message, @Nullable ClusterKey key) {
        MessageCodec.write(message, writer);
        Bytes unproven = writer.toBytes();
        return writer.raw(key == null ? sumOf(unproven) : key.proofOf(unproven)).toBytes();
    }

    private static byte[] sumOf(Bytes bytes) {
        CRC32C sum = new CRC32C();
        sum.update(bytes.asByteBuffer());
        return ByteBuffer.allocate(SUM_BYTES).putInt((int) sum.getValue()).array();
    }

    private static int expected(ClusterMessage message) {
        long event = message instanceof ClusterMessage.Emit emit ? emit.event().size() : 0;
        return (int) Math.min(event + 256, Integer.MAX_VALUE - 64);
    }

    static Frame read(Bytes bytes, int most, @Nullable ClusterKey key) throws RefusedFrame {
        if (bytes.length() > most) {
            throw new RefusedFrame(Refusal.TOO_LARGE);
        }
        WireReader reader = new WireReader(bytes);
        if (bytes.length() < HEAD || ((reader.octet() << Byte.SIZE) | reader.octet()) != MAGIC) {
            throw new RefusedFrame(Refusal.DAMAGED);
        }
        if (reader.octet() != VERSION) {
            throw new RefusedFrame(Refusal.OTHER_VERSION);
        }
        int marks = reader.octet();
        if ((marks & ~OF_PRODUCER) != (key == null ? 0 : PROVEN)) {
            throw new RefusedFrame(Refusal.FORGED);
        }
        int end = bytes.length() - (key == null ? SUM_BYTES : ClusterKey.PROOF_BYTES);
        if (end <= HEAD) {
            throw new RefusedFrame(Refusal.DAMAGED);
        }
        checkProof(bytes.slice(0, end), bytes.from(end), key);
        NodeId publisher = new NodeId(reader.fixed(), reader.fixed());
        boolean isOfNode = (marks & OF_PRODUCER) == 0;
        return new Frame(publisher, isOfNode, reader.fixed(), reader.fixed(), bytes.slice(HEAD, end - HEAD));
    }

    private static void checkProof(Bytes message, Bytes proof, @Nullable ClusterKey key) throws RefusedFrame {
        if (key == null && !Arrays.equals(sumOf(message), proof.toArray())) {
            throw new RefusedFrame(Refusal.DAMAGED);
        }
        if (key != null && !key.proves(message, proof)) {
            throw new RefusedFrame(Refusal.FORGED);
        }
    }

    /** Reads the body. */
    ClusterMessage message() throws RefusedFrame {
        try {
            return MessageCodec.read(new WireReader(body));
        } catch (DamagedException damaged) {
            throw new RefusedFrame(Refusal.DAMAGED);
        }
    }
}
