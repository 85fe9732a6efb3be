package io.tidings.socketio;

import io.tidings.protocol.ProtocolException;
import io.tidings.protocol.engineio.EnginePacket;
import io.tidings.protocol.socketio.SocketPacket;
import java.util.List;
import java.util.Optional;

/** How Socket.IO packets become messages of the engine and back; the same on both sides of a connection. */
public interface WireFormat {

    /** The messages of a packet, which have to be sent together and in this order. */
    List<EnginePacket> encode(SocketPacket packet);

    /** What reads the messages of one client. */
    Reader newReader();

    /** Makes packets of the messages of one client, for one thread at a time. */
    interface Reader {

        /**
         * Takes a message; gives the packet that is complete with it.
         *
         * @throws ProtocolException when the message breaks the protocol or a limit
         */
        Optional<SocketPacket> read(EnginePacket message);

        /** The namespace of a packet of which parts are still missing. */
        Optional<String> awaiting();

        /** The bytes held back for it. */
        long held();

        /** Forgets it. */
        void discard();
    }
}
