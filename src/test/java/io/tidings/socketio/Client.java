package io.tidings.socketio;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.engine.CloseReason;
import io.tidings.engine.EngineLink;
import io.tidings.engine.EngineSession;
import io.tidings.engine.RecordingTransport;
import io.tidings.protocol.Bytes;
import io.tidings.protocol.engineio.EnginePacket;
import io.tidings.protocol.engineio.PacketType;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A client that speaks and hears the text of the wire, a binary message as its text in angle brackets. */
final class Client {

    private final EngineSession session;
    private final RecordingTransport transport;
    private final List<EnginePacket> inbox = new ArrayList<>();

    Client(EngineSession session, RecordingTransport transport) {
        this.session = session;
        this.transport = transport;
    }

    EngineSession session() {
        return session;
    }

    RecordingTransport transport() {
        return transport;
    }

    /** Connects to the main namespace and gives the id of the socket. */
    String connect() {
        send("0");
        return greeting("0");
    }

    String connect(String namespace) {
        send("0" + namespace + ",");
        return greeting("0" + namespace + ",");
    }

    /** Takes the answer to a connect packet out of what has come, and gives the id of the socket. */
    String greeting(String header) {
        read();
        for (Iterator<EnginePacket> packets = inbox.iterator(); packets.hasNext(); ) {
            String text = words(packets.next());
            if (text.startsWith(header + "{\"sid\":\"")) {
                packets.remove();
                return text.substring(header.length() + 8, text.length() - 2);
            }
        }
        throw new AssertionError("no " + header + "{\"sid\":…} among " + received());
    }

    /** Sends each message in a read of its own. */
    Client send(String... messages) {
        for (String message : messages) {
            transport.receive(packet(message));
        }
        return this;
    }

    /** Sends messages that arrive with one read. */
    Client sendTogether(String... messages) {
        transport.receive(Stream.of(messages).map(Client::packet).toArray(EnginePacket[]::new));
        return this;
    }

    private static EnginePacket packet(String message) {
        return message.startsWith("<")
                ? EnginePacket.binary(Bytes.utf8(message.substring(1, message.length() - 1)))
                : EnginePacket.text(message);
    }

    /** The messages that have come since the last look. */
    List<String> received() {
        return packets().stream().map(Client::words).toList();
    }

    List<EnginePacket> packets() {
        read();
        List<EnginePacket> all = List.copyOf(inbox);
        inbox.clear();
        return all;
    }

    private void read() {
        transport.packets().stream()
                .filter(packet -> packet.type() == PacketType.MESSAGE)
                .forEach(inbox::add);
    }

    private static String words(EnginePacket packet) {
        String text = packet.data().toUtf8String();
        return packet.binary() ? "<" + text + ">" : text;
    }

    /** The connection breaks. */
    void vanish() {
        transport.lose(CloseReason.TRANSPORT_CLOSE);
    }

    boolean isOpen() {
        return session.isOpen();
    }

    Optional<CloseReason> closeReason() {
        return session.closeReason();
    }

    void isClosedFor(CloseReason reason) {
        assertThat(session.closeReason()).contains(reason);
    }

    boolean isHeldUp() {
        return ((EngineLink) session).isReadingSuspended(transport);
    }
}
