package io.tidings.json;

import io.tidings.api.Argument;
import io.tidings.protocol.Bytes;
import io.tidings.protocol.ProtocolException;
import io.tidings.protocol.socketio.JsonText;
import io.tidings.protocol.socketio.Payload;
import io.tidings.protocol.socketio.Placeholders;
import io.tidings.protocol.socketio.Placeholders.Placeholder;
import io.tidings.socketio.RawArgument;
import java.util.ArrayList;
import java.util.List;

/** One payload while it is being written: its text, and the attachments found on the way. */
final class Outgoing {

    private final JsonText text;
    private final boolean mayBeBinary;
    private List<Bytes> attachments = List.of();

    private Outgoing(JsonText text, boolean mayBeBinary) {
        this.text = text;
        this.mayBeBinary = mayBeBinary;
    }

    /** @param expected how many bytes its text will probably have */
    static Outgoing packet(int expected) {
        return new Outgoing(new JsonText(expected), true);
    }

    /** @param expected how many bytes its text will probably have */
    static Outgoing withoutBinary(int expected) {
        return new Outgoing(new JsonText(expected), false);
    }

    JsonText text() {
        return text;
    }

    /** What has been written, with its attachments. */
    Payload payload() {
        Bytes json = text.toBytes();
        if (!attachments.isEmpty() && !refersToEachAttachment(json)) {
            throw new IllegalArgumentException("an argument looks like the placeholder of an attachment");
        }
        return Payload.of(json, attachments);
    }

    private boolean refersToEachAttachment(Bytes json) {
        try {
            return Placeholders.in(json, attachments.size()).size() == attachments.size();
        } catch (ProtocolException ambiguous) {
            return false;
        }
    }

    boolean hasAttachments() {
        return !attachments.isEmpty();
    }

    /** Takes an attachment and gives the number for its placeholder. */
    int attach(Bytes attachment) {
        if (!mayBeBinary) {
            throw new IllegalArgumentException("binary cannot be sent here");
        }
        if (attachments.isEmpty()) {
            attachments = new ArrayList<>(2);
        }
        attachments.add(attachment);
        return attachments.size() - 1;
    }

    /** Writes what somebody has sent as it came. Its attachments get the numbers that they have in this payload. */
    void forward(Argument argument, JsonText target) {
        if (!(argument instanceof RawArgument raw)) {
            target.appendEncoded(argument.json());
        } else if (raw.attachments().isEmpty()) {
            target.append(raw.text());
        } else {
            renumber(raw.text(), raw.attachments(), target);
        }
    }

    private void renumber(Bytes json, List<Bytes> theirs, JsonText target) {
        int copied = 0;
        for (Placeholder placeholder : Placeholders.in(json, theirs.size())) {
            target.append(json.slice(copied, placeholder.start() - copied));
            target.append(Integer.toString(attach(theirs.get(placeholder.num()))));
            copied = placeholder.end();
        }
        target.append(json.from(copied));
    }
}
