package io.tidings.cluster;

import io.tidings.api.Answers;
import io.tidings.cluster.ClusterMessage.Answer;
import io.tidings.cluster.ClusterMessage.Ask;
import io.tidings.cluster.ClusterMessage.AskServers;
import io.tidings.cluster.ClusterMessage.Count;
import io.tidings.cluster.ClusterMessage.Disconnect;
import io.tidings.cluster.ClusterMessage.Emit;
import io.tidings.cluster.ClusterMessage.Fetch;
import io.tidings.cluster.ClusterMessage.Forward;
import io.tidings.cluster.ClusterMessage.GoodBye;
import io.tidings.cluster.ClusterMessage.Heartbeat;
import io.tidings.cluster.ClusterMessage.Hello;
import io.tidings.cluster.ClusterMessage.Join;
import io.tidings.cluster.ClusterMessage.Leave;
import io.tidings.cluster.ClusterMessage.ListRooms;
import io.tidings.cluster.ClusterMessage.TellServers;
import io.tidings.protocol.Bytes;
import io.tidings.protocol.socketio.Payload;
import io.tidings.socketio.Selection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Messages as bytes: the kind, then what it has. Events come last and are not looked into. Numbers of kinds are never used again: a
 * node of an older version drops what it does not know.
 */
final class MessageCodec {

    private static final int HELLO = 1;
    private static final int HEARTBEAT = 2;
    private static final int GOOD_BYE = 3;
    private static final int EMIT = 4;
    private static final int JOIN = 5;
    private static final int LEAVE = 6;
    private static final int DISCONNECT = 7;
    private static final int TELL_SERVERS = 8;
    private static final int ASK = 9;
    private static final int FETCH = 10;
    private static final int COUNT = 11;
    private static final int LIST_ROOMS = 12;
    private static final int ASK_SERVERS = 13;
    private static final int ANSWER = 14;
    private static final int FORWARD = 15;

    /** By their numbers. */
    private static final List<Answers.Reason> REASONS = List.of(
            Answers.Reason.TIMED_OUT,
            Answers.Reason.DISCONNECTED,
            Answers.Reason.TOO_MANY_PENDING,
            Answers.Reason.NOT_SENT,
            Answers.Reason.NODE_UNREACHABLE,
            Answers.Reason.NOBODY_LISTENS,
            Answers.Reason.FAILED);

    private static final int VOLATILE = 1;
    private static final int UNCOMPRESSED = 2;
    private static final int LONGEST_PATIENCE_DAYS = 366;

    private MessageCodec() {}

    // ---- writing

    /** Sealed, so that a new message cannot be forgotten here for longer than the tests take. */
    static void write(ClusterMessage message, WireWriter to) {
        if (message instanceof Emit emit) {
            sockets(EMIT, emit.namespace(), emit.selection(), to);
            payload(emit.event(), to);
        } else if (message instanceof Join join) {
            sockets(JOIN, join.namespace(), join.selection(), to).texts(join.rooms());
        } else if (message instanceof Leave leave) {
            sockets(LEAVE, leave.namespace(), leave.selection(), to).texts(leave.rooms());
        } else if (message instanceof Disconnect disconnect) {
            sockets(DISCONNECT, disconnect.namespace(), disconnect.selection(), to)
                    .flag(disconnect.close());
        } else if (message instanceof TellServers tell) {
            to.octet(TELL_SERVERS).text(tell.namespace());
            payload(tell.event(), to);
        } else if (message instanceof Forward forward) {
            forward(forward, to);
        } else if (message instanceof ClusterMessage.Request request) {
            request(request, to);
        } else if (message instanceof Answer answer) {
            answer(answer, to);
        } else {
            to.octet(signal(message));
        }
    }

    private static int signal(ClusterMessage message) {
        if (message instanceof Hello) {
            return HELLO;
        }
        return message instanceof GoodBye ? GOOD_BYE : HEARTBEAT;
    }

    private static WireWriter sockets(int kind, String namespace, Selection selection, WireWriter to) {
        return selection(selection, to.octet(kind).text(namespace));
    }

    private static WireWriter selection(Selection selection, WireWriter to) {
        return to.octet((selection.isVolatile() ? VOLATILE : 0) | (selection.isCompressed() ? 0 : UNCOMPRESSED))
                .texts(selection.rooms())
                .texts(selection.users())
                .texts(selection.except());
    }

    static void payload(Payload payload, WireWriter to) {
        to.bytes(payload.json()).number(payload.attachments().size());
        payload.attachments().forEach(to::bytes);
    }

    private static void forward(Forward forward, WireWriter to) {
        String user = forward.user();
        to.octet(FORWARD).text(forward.namespace()).text(forward.socket());
        to.flag(user != null).text(user == null ? "" : user);
        payload(forward.event(), to);
    }

    private static void request(ClusterMessage.Request request, WireWriter to) {
        if (request instanceof Ask ask) {
            selection(ask.selection(), to.octet(ASK).number(ask.number()).text(ask.namespace()));
            payload(ask.event(), to.number(ask.patience().toMillis()));
        } else if (request instanceof Fetch fetch) {
            selection(fetch.selection(), to.octet(FETCH).number(fetch.number()).text(fetch.namespace()));
        } else if (request instanceof Count count) {
            selection(count.selection(), to.octet(COUNT).number(count.number()).text(count.namespace()));
        } else if (request instanceof ListRooms rooms) {
            to.octet(LIST_ROOMS).number(rooms.number()).text(rooms.namespace());
        } else if (request instanceof AskServers ask) {
            to.octet(ASK_SERVERS).number(ask.number()).text(ask.namespace());
            payload(ask.event(), to.number(ask.patience().toMillis()));
        }
    }

    private static void answer(Answer answer, WireWriter to) {
        to.octet(ANSWER).number(answer.request()).number(answer.index()).flag(answer.isLast());
        to.number(answer.parts().size());
        answer.parts().forEach(to::bytes);
        to.number(answer.missing().size());
        for (Answers.Missing missing : answer.missing()) {
            to.text(missing.from()).octet(REASONS.indexOf(missing.reason()));
        }
    }

    // ---- reading

    static ClusterMessage read(WireReader from) {
        ClusterMessage message = message(from.octet(), from);
        from.end();
        return message;
    }

    private static ClusterMessage message(int kind, WireReader from) {
        return switch (kind) {
            case HELLO -> new Hello();
            case HEARTBEAT -> new Heartbeat();
            case GOOD_BYE -> new GoodBye();
            case EMIT -> new Emit(from.text(), selection(from), payload(from));
            case JOIN -> new Join(from.text(), selection(from), from.set());
            case LEAVE -> new Leave(from.text(), selection(from), from.set());
            case DISCONNECT -> new Disconnect(from.text(), selection(from), from.flag());
            case TELL_SERVERS -> new TellServers(from.text(), payload(from));
            case ASK -> ask(from);
            case FETCH -> new Fetch(from.number(), from.text(), selection(from));
            case COUNT -> new Count(from.number(), from.text(), selection(from));
            case LIST_ROOMS -> new ListRooms(from.number(), from.text());
            case ASK_SERVERS -> askServers(from);
            case ANSWER -> answer(from);
            case FORWARD -> forward(from);
            default -> throw new DamagedException("unknown kind");
        };
    }

    private static Forward forward(WireReader from) {
        String namespace = from.text();
        String socket = from.text();
        boolean isKnown = from.flag();
        String user = from.text();
        return new Forward(namespace, socket, isKnown ? user : null, payload(from));
    }

    private static Selection selection(WireReader from) {
        int flags = from.octet();
        if ((flags & ~(VOLATILE | UNCOMPRESSED)) != 0) {
            throw new DamagedException("unknown flags");
        }
        return new Selection(
                from.set(), from.set(), from.set(), false, (flags & VOLATILE) != 0, (flags & UNCOMPRESSED) == 0);
    }

    static Payload payload(WireReader from) {
        Bytes json = from.bytes();
        int count = from.count();
        List<Bytes> attachments = new ArrayList<>(Math.min(count, 16));
        for (int i = 0; i < count; i++) {
            attachments.add(from.bytes());
        }
        return Payload.of(json, attachments);
    }

    private static Duration patience(WireReader from) {
        long millis = from.number();
        if (millis > Duration.ofDays(LONGEST_PATIENCE_DAYS).toMillis()) {
            throw new DamagedException("endless patience");
        }
        return Duration.ofMillis(millis);
    }

    private static Ask ask(WireReader from) {
        long number = from.number();
        String namespace = from.text();
        Selection selection = selection(from);
        Duration patience = patience(from);
        return new Ask(number, namespace, selection, payload(from), patience);
    }

    private static AskServers askServers(WireReader from) {
        long number = from.number();
        String namespace = from.text();
        Duration patience = patience(from);
        return new AskServers(number, namespace, payload(from), patience);
    }

    private static Answer answer(WireReader from) {
        long request = from.number();
        int index = (int) Math.min(from.number(), Integer.MAX_VALUE);
        boolean isLast = from.flag();
        int count = from.count();
        List<Bytes> parts = new ArrayList<>(Math.min(count, 1024));
        for (int i = 0; i < count; i++) {
            parts.add(from.bytes());
        }
        int absent = from.count();
        List<Answers.Missing> missing = new ArrayList<>(Math.min(absent, 1024));
        for (int i = 0; i < absent; i++) {
            missing.add(new Answers.Missing(from.text(), reason(from.octet())));
        }
        return new Answer(request, index, isLast, parts, missing);
    }

    private static Answers.Reason reason(int number) {
        if (number >= REASONS.size()) {
            throw new DamagedException("unknown reason");
        }
        return REASONS.get(number);
    }
}
