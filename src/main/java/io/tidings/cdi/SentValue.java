package io.tidings.cdi;

import io.tidings.api.Argument;
import io.tidings.api.ArgumentException;
import io.tidings.socketio.ArgumentCodec;
import io.tidings.socketio.ArgumentReader;
import io.tidings.socketio.Occurrence;
import io.tidings.socketio.RawArgument;
import org.jspecify.annotations.Nullable;

/**
 * A source that is what the client sent as JSON: an argument by its position, or its auth.
 *
 * @param words names the place in sentences
 */
record SentValue(String path, String words, Place place, Expected expected) implements Source {

    /** Finds the value; null where the client has not sent it. */
    @FunctionalInterface
    interface Place {
        @Nullable
        Argument find(Occurrence occurrence);
    }

    static SentValue argument(int position, Expected expected) {
        return new SentValue(
                Integer.toString(position),
                "argument " + (position + 1),
                occurrence -> position < occurrence.arguments().size()
                        ? occurrence.arguments().at(position)
                        : null,
                expected);
    }

    /** A member of the auth object, or all of it where the name is empty. */
    static SentValue auth(String member, Expected expected) {
        if (member.isEmpty()) {
            return new SentValue(
                    "auth",
                    "auth",
                    occurrence -> occurrence.socket().handshake().auth(),
                    expected);
        }
        String path = "auth." + member;
        return new SentValue(
                path,
                path,
                occurrence ->
                        occurrence.socket().handshake().auth().member(member).orElse(null),
                expected);
    }

    @Override
    public Binding binding(ArgumentCodec codec) {
        ArgumentReader reader = expected.type() == Argument.class ? unread -> unread : codec.reader(expected.type());
        return occurrence -> value(place.find(occurrence), reader);
    }

    private @Nullable Object value(@Nullable Argument sent, ArgumentReader reader) {
        if (sent == null) {
            return expected.absence().absent(() -> new ArgumentException(words + " is missing"));
        }
        Object value = read((RawArgument) sent, reader);
        return value == null
                ? expected.absence().absent(() -> new ArgumentException(words + " must not be null"))
                : expected.absence().present(value);
    }

    private @Nullable Object read(RawArgument sent, ArgumentReader reader) {
        try {
            return sent.read(reader);
        } catch (ArgumentException e) {
            throw new ArgumentException(words + ": " + e.getMessage(), e);
        }
    }
}
