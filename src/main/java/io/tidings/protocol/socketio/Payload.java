package io.tidings.protocol.socketio;

import io.tidings.protocol.Bytes;
import io.tidings.protocol.socketio.JsonScanner.Token;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/**
 * What a packet carries, untouched: the text of one JSON value, in UTF-8, and the attachments to which its placeholders
 * refer. Nothing but {@link #eventName} and {@link #elements} looks into the text.
 */
public final class Payload {

    /** No payload at all, which is not the same as {@code null} or an empty array. */
    public static final Payload NONE = new Payload(Bytes.EMPTY, List.of(), null);

    private final Bytes json;
    private final List<Bytes> attachments;
    /** Found when first asked for; threads that race find the same. */
    private @Nullable String eventName;

    private Payload(Bytes json, List<Bytes> attachments, @Nullable String eventName) {
        this.json = json;
        this.attachments = attachments;
        this.eventName = eventName;
    }

    /** A payload of text that is known to be JSON. */
    public static Payload of(Bytes json) {
        return of(json, List.of());
    }

    /** A payload of text that is known to be JSON, with a placeholder for each attachment. */
    public static Payload of(Bytes json, List<Bytes> attachments) {
        return new Payload(json, List.copyOf(attachments), null);
    }

    /** The payload of an event whose arguments are JSON values already. */
    public static Payload event(String name, List<Bytes> arguments, List<Bytes> attachments) {
        List<Bytes> elements = new ArrayList<>(1 + arguments.size());
        elements.add(Bytes.utf8(JsonString.quote(name)));
        elements.addAll(arguments);
        return new Payload(joined(elements), List.copyOf(attachments), name);
    }

    /** The payload of an acknowledgement whose arguments are JSON values already. */
    public static Payload ack(List<Bytes> arguments, List<Bytes> attachments) {
        return of(joined(arguments), attachments);
    }

    public Bytes json() {
        return json;
    }

    public List<Bytes> attachments() {
        return attachments;
    }

    public boolean isEmpty() {
        return json.isEmpty();
    }

    public boolean hasAttachments() {
        return !attachments.isEmpty();
    }

    /** The bytes of text and attachments together. */
    public long size() {
        long size = json.length();
        for (Bytes attachment : attachments) {
            size += attachment.length();
        }
        return size;
    }

    /**
     * The name of the event, which is the first element of its array. A number names an event by the digits that were
     * sent: 1 and 1.0 are two names.
     *
     * @throws IllegalStateException when this is not the payload of an event
     */
    public String eventName() {
        String name = eventName;
        if (name == null) {
            name = readEventName();
            eventName = name;
        }
        return name;
    }

    private String readEventName() {
        JsonScanner scanner = arrayScanner();
        return switch (scanner.next()) {
            case STRING -> JsonString.unquote(scanner.token());
            case NUMBER -> scanner.token().toUtf8String();
            default -> throw new IllegalStateException("not the payload of an event");
        };
    }

    /**
     * The elements of the array, each the text of a JSON value that shares the bytes of this payload; for an event the
     * first is its name. Read anew at each call. However many there are, the list costs little more than they do: each is made when it is
     * asked for.
     *
     * @throws IllegalStateException when the payload is no array
     */
    public List<Bytes> elements() {
        JsonScanner scanner = arrayScanner();
        Elements elements = new Elements(json);
        while (scanner.next() != Token.END_ARRAY) {
            int start = scanner.start();
            while (scanner.depth() > 1) {
                scanner.next();
            }
            elements.add(start, scanner.end());
        }
        return elements;
    }

    /** Knows of each element only where it begins and ends; of very many in pieces, as these cost what they hold. */
    private static final class Elements extends AbstractList<Bytes> implements RandomAccess {

        private static final int PIECE = 1_024;

        private final Bytes json;
        private int[] first = new int[8];
        private List<int[]> further = List.of();
        private int size;

        Elements(Bytes json) {
            this.json = json;
        }

        void add(int start, int end) {
            int at = 2 * (size % PIECE);
            int[] piece = room(at);
            piece[at] = start;
            piece[at + 1] = end;
            size++;
        }

        private int[] room(int at) {
            if (size >= PIECE) {
                if (at == 0) {
                    further = further.isEmpty() ? new ArrayList<>() : further;
                    further.add(new int[2 * PIECE]);
                }
                return piece(size);
            }
            if (at == first.length) {
                first = Arrays.copyOf(first, 2 * at);
            }
            return first;
        }

        private int[] piece(int index) {
            return index < PIECE ? first : further.get(index / PIECE - 1);
        }

        @Override
        public Bytes get(int index) {
            int[] piece = piece(Objects.checkIndex(index, size));
            int at = 2 * (index % PIECE);
            return json.slice(piece[at], piece[at + 1] - piece[at]);
        }

        @Override
        public int size() {
            return size;
        }
    }

    private JsonScanner arrayScanner() {
        // what was read has been limited before, what the application wrote is not ours to limit
        JsonScanner scanner = new JsonScanner(json, Integer.MAX_VALUE);
        if (json.isEmpty() || scanner.next() != Token.START_ARRAY) {
            throw new IllegalStateException("the payload is no array");
        }
        return scanner;
    }

    private static Bytes joined(List<Bytes> elements) {
        int size = 1 + Math.max(1, elements.size());
        for (Bytes element : elements) {
            size = Math.addExact(size, element.length());
        }
        byte[] array = new byte[size];
        int at = 0;
        for (Bytes element : elements) {
            array[at] = (byte) (at == 0 ? '[' : ',');
            at = element.copyTo(array, at + 1);
        }
        array[0] = '[';
        array[size - 1] = ']';
        return Bytes.wrap(array);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Payload that && json.equals(that.json) && attachments.equals(that.attachments);
    }

    @Override
    public int hashCode() {
        return 31 * json.hashCode() + attachments.hashCode();
    }

    /** Names only sizes: contents belong to clients and stay out of logs. */
    @Override
    public String toString() {
        return "Payload[" + json.length() + " bytes, " + attachments.size() + " attachments]";
    }
}
