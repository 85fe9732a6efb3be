package io.tidings.cluster;

import io.tidings.cluster.ClusterMessage.Disconnect;
import io.tidings.cluster.ClusterMessage.Emit;
import io.tidings.cluster.ClusterMessage.Join;
import io.tidings.cluster.ClusterMessage.Leave;
import io.tidings.cluster.ClusterMessage.TellServers;
import io.tidings.protocol.Bytes;
import io.tidings.protocol.ProtocolException;
import io.tidings.protocol.socketio.Payload;
import io.tidings.socketio.EventNames;
import io.tidings.socketio.Selection;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/**
 * Reads what somebody wants to be done who knows nothing of frames: JSON with the words of the API, as docs/guide/other-applications.md
 * describes it. Whatever is not exactly that is refused as a whole.
 */
final class TextReader {

    private static final String EMIT = "emit";
    private static final String JOIN = "socketsJoin";
    private static final String LEAVE = "socketsLeave";
    private static final String DISCONNECT = "disconnectSockets";
    private static final String TELL_SERVERS = "serverSideEmit";
    private static final Set<String> VERBS = Set.of(EMIT, JOIN, LEAVE, DISCONNECT, TELL_SERVERS);

    private static final Set<String> CHOICE = Set.of("of", "to", "toUser", "except");
    private static final Set<String> OF_EMIT =
            Set.of("of", "to", "toUser", "except", "arguments", "volatile", "compress");
    private static final Set<String> OF_TELL_SERVERS = Set.of("of", "arguments");

    private final TextLimits limits;

    TextReader(TextLimits limits) {
        this.limits = limits;
    }

    /** A text that is not carried out; the reason is of our own making. */
    static final class UnreadableText extends Exception {

        private static final long serialVersionUID = 1L;

        private final String reason;

        UnreadableText(String reason) {
            super(reason, null, false, false);
            this.reason = reason;
        }

        String reason() {
            return reason;
        }
    }

    ClusterMessage read(String text) throws UnreadableText {
        check(text.length() <= limits.text(), "it is longer than tidings.cluster.max-text-message");
        try {
            // the array of the arguments is one level of an event, too, and the object around it is none
            return message(TextFields.of(Bytes.utf8(text), limits.depth() + 1));
        } catch (ProtocolException malformed) {
            throw new UnreadableText("it is no JSON, or nested too deeply");
        }
    }

    private ClusterMessage message(TextFields fields) throws UnreadableText {
        List<String> verbs = VERBS.stream().filter(fields::has).toList();
        check(verbs.size() == 1, "it does not say exactly one thing that is to be done");
        String verb = verbs.get(0);
        String namespace = namespace(fields.text("of", "/"));
        switch (verb) {
            case EMIT -> {
                fields.allow(verb, OF_EMIT);
                return new Emit(namespace, selection(fields), event(fields, verb));
            }
            case TELL_SERVERS -> {
                fields.allow(verb, OF_TELL_SERVERS);
                return new TellServers(namespace, event(fields, verb));
            }
            case DISCONNECT -> {
                fields.allow(verb, CHOICE);
                return new Disconnect(namespace, selection(fields), fields.flag(verb, false));
            }
            default -> {
                fields.allow(verb, CHOICE);
                Set<String> rooms = rooms(fields, verb);
                return verb.equals(JOIN)
                        ? new Join(namespace, selection(fields), rooms)
                        : new Leave(namespace, selection(fields), rooms);
            }
        }
    }

    private String namespace(String given) throws UnreadableText {
        String name = given.startsWith("/") ? given : "/" + given;
        check(
                name.indexOf(',') < 0 && name.getBytes(StandardCharsets.UTF_8).length <= limits.namespace(),
                "no namespace can have that name");
        return name;
    }

    /** An empty choice is nobody, no choice is everybody: whoever has nobody to tell is not to tell all. */
    private static Selection selection(TextFields fields) throws UnreadableText {
        Selection chosen = Selection.ALL;
        if (fields.has("to")) {
            chosen = chosen.to(fields.names("to"));
        }
        if (fields.has("toUser")) {
            Set<String> users = fields.names("toUser");
            chosen = users.isEmpty() ? chosen.to(Set.of()) : chosen.toUsers(users);
        }
        if (fields.has("except")) {
            chosen = chosen.except(fields.names("except"));
        }
        if (fields.flag("volatile", false)) {
            chosen = chosen.asVolatile();
        }
        return chosen.compress(fields.flag("compress", true));
    }

    private Payload event(TextFields fields, String verb) throws UnreadableText {
        String name = fields.text(verb, "");
        check(name.length() <= limits.event(), "the name of its event is longer than tidings.max-event-name");
        try {
            EventNames.checked(verb.equals(TELL_SERVERS) ? EventNames.checkedForServers(name) : name);
        } catch (IllegalArgumentException reserved) {
            throw new UnreadableText("the name of its event is reserved");
        }
        return Payload.event(name, fields.elements("arguments"), List.of());
    }

    private Set<String> rooms(TextFields fields, String verb) throws UnreadableText {
        Set<String> rooms = fields.names(verb);
        for (String room : rooms) {
            check(!room.isEmpty() && room.length() <= limits.room(), "no room can have that name");
        }
        return rooms;
    }

    static void check(boolean condition, String otherwise) throws UnreadableText {
        if (!condition) {
            throw new UnreadableText(otherwise);
        }
    }
}
