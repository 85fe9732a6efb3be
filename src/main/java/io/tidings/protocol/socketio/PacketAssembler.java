package io.tidings.protocol.socketio;

import io.tidings.protocol.Bytes;
import io.tidings.protocol.ProtocolException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes packets of the messages of one client: one of text, followed by as many binary ones as it announces. Holds back
 * nothing but a packet whose attachments have not all come. For one thread at a time.
 *
 * <p>A message that breaks the protocol or a limit ends in a {@link ProtocolException}, and what was held back is gone.
 */
public final class PacketAssembler {

    private final PacketLimits limits;
    private @Nullable Pending pending;

    public PacketAssembler(PacketLimits limits) {
        this.limits = limits;
    }

    /** Takes a text message, in UTF-8; gives the packet if it is complete with that. */
    public Optional<SocketPacket> text(Bytes utf8) {
        if (isAssembling()) {
            discard();
            throw new ProtocolException("text instead of an attachment");
        }
        PacketHeader header = new PacketHeader(utf8, limits);
        Bytes json = utf8.from(header.length());
        checkPayload(header, json);
        if (header.attachments() == 0) {
            Payload payload = json.isEmpty() ? Payload.NONE : Payload.of(json);
            return Optional.of(new SocketPacket(header.type(), header.namespace(), header.ackId(), payload));
        }
        pending = new Pending(header, json, limits.maxBytes());
        return Optional.empty();
    }

    /** Takes a binary message; gives the packet whose last attachment it is. */
    public Optional<SocketPacket> binary(Bytes attachment) {
        Pending packet = pending;
        pending = null;
        if (packet == null) {
            throw new ProtocolException("attachment of no packet");
        }
        packet.add(attachment);
        if (packet.isComplete()) {
            return Optional.of(packet.complete());
        }
        pending = packet;
        return Optional.empty();
    }

    /** Whether a packet waits for attachments. */
    public boolean isAssembling() {
        return pending != null;
    }

    /** The bytes of the packet that waits for attachments, as far as they have come. */
    public long pendingBytes() {
        return pending == null ? 0 : pending.bytes;
    }

    /** The namespace of the packet that waits for attachments, so that nobody need wait who is not let in there. */
    public Optional<String> pendingNamespace() {
        return pending == null ? Optional.empty() : Optional.of(pending.header.namespace());
    }

    /** Forgets the packet that waits for attachments. */
    public void discard() {
        pending = null;
    }

    private void checkPayload(PacketHeader header, Bytes json) {
        boolean hasAckId = header.ackId() != SocketPacket.NO_ACK;
        int depth = limits.maxDepth();
        switch (header.type()) {
            case CONNECT -> {
                PayloadCheck.check(!hasAckId, "malformed connect packet");
                PayloadCheck.auth(json, depth);
            }
            case DISCONNECT -> PayloadCheck.check(!hasAckId && json.isEmpty(), "malformed disconnect packet");
            case EVENT -> PayloadCheck.event(json, header.attachments(), depth);
            case ACK -> {
                PayloadCheck.check(hasAckId, "acknowledgement without id");
                PayloadCheck.ack(json, header.attachments(), depth);
            }
            case CONNECT_ERROR -> throw new ProtocolException("connect error from a client");
        }
    }

    private static final class Pending {

        private final PacketHeader header;
        private final Bytes json;
        private final long maxBytes;
        private final List<Bytes> attachments = new ArrayList<>(2);
        private long bytes;

        Pending(PacketHeader header, Bytes json, long maxBytes) {
            this.header = header;
            this.maxBytes = maxBytes;
            admit(json.length());
            // a copy, because the client decides how long we hold this, and it may be a corner of a large body
            this.json = Bytes.wrap(json.toArray());
        }

        void add(Bytes attachment) {
            admit(attachment.length());
            attachments.add(attachment);
        }

        boolean isComplete() {
            return attachments.size() == header.attachments();
        }

        SocketPacket complete() {
            return new SocketPacket(header.type(), header.namespace(), header.ackId(), Payload.of(json, attachments));
        }

        private void admit(int count) {
            if (count > maxBytes - bytes) {
                throw new ProtocolException("binary packet too big");
            }
            bytes += count;
        }
    }
}
