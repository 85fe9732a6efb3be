package io.tidings.engine;

import io.tidings.protocol.engineio.EnginePacket;
import java.util.List;

/** A session as its transports see it. All methods may be called from any thread and never block. */
public interface EngineLink {

    /** Packets that arrived together. */
    void received(Transport from, List<EnginePacket> packets);

    /**
     * Takes packets that this transport has to send now, oldest first: at least one if there is any, and then as many as fit
     * into the given bytes. After a {@link io.tidings.protocol.engineio.PacketType#CLOSE CLOSE} packet nothing follows; the
     * transport reports with {@link #lost} when that has been sent. Nobody changes the list, which others may have, too.
     */
    List<EnginePacket> take(Transport to, int maxBytes);

    /** True if nothing waits for this transport. */
    boolean isDrained(Transport to);

    /** The transport does not reach the client any more, or the client broke the protocol. */
    void lost(Transport transport, CloseReason reason);

    /**
     * True while the client is so far ahead of its handler that this transport must not read on; it is told when it may. One
     * that still probes is never held up: nobody would tell it.
     */
    boolean isReadingSuspended(Transport reader);

    /** True once the client is several times that far ahead: for transports that have no way to stop reading. */
    boolean isOverrun();

    /**
     * Offers a second transport to a session that polls. False if the session cannot use it: it is closed, has been upgraded
     * or is just being upgraded over another one; then the caller closes the transport.
     */
    boolean startUpgrade(Transport probing);

    /** The transport that carries the session now. */
    Transport transport();

    EngineSession session();
}
