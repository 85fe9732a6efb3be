package io.tidings.protocol.socketio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import io.tidings.protocol.Bytes;
import io.tidings.protocol.ProtocolException;
import io.tidings.protocol.socketio.Placeholders.Placeholder;
import io.tidings.protocol.socketio.ReferenceJson.Literal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Placeholders in confusing texts, against a walk through the tree that JSON.parse would make of them. {@code
 * -Dplaceholders.seed=…} for other texts.
 */
class PlaceholdersTest {

    private static final long SEED = Long.getLong("placeholders.seed", 15);
    private static final String[] KEYS = {"_placeholder", "num", "a", "n\\u0075m", "\\u005fplaceholder"};
    private static final String[] SCALARS = {"0", "1", "2", "true", "false", "\"0\"", "-0", "1.0", "{}", "[]"};

    private final Random random = new Random(SEED);

    @Test
    @DisplayName("P-05, P-06, P-14, P-15 accepts what refers to each attachment once, and only what cannot be misread")
    void acceptsWhatRefersToEachAttachmentOnce() {
        int accepted = 0;
        int ambiguous = 0;
        for (int round = 0; round < 50_000; round++) {
            int attachments = 1 + random.nextInt(3);
            Bytes json = Bytes.utf8("[1," + value(3) + "," + value(3) + "]");
            Tree tree = new Tree(attachments);
            tree.walk(ReferenceJson.parse(json), false);

            boolean isAccepted = isAccepted("5" + attachments + "-" + json.toUtf8String());
            boolean mayBeRefused = !tree.isRight() || tree.nests || ReferenceJson.repeatsKeys(json);
            if (isAccepted ? !tree.isRight() : !mayBeRefused) {
                fail("seed " + SEED + ", " + attachments + " attachments: " + json.toUtf8String());
            }
            accepted += isAccepted ? 1 : 0;
            ambiguous += tree.isRight() && !isAccepted ? 1 : 0;
        }
        assertThat(accepted).isGreaterThan(1_000);
        assertThat(ambiguous).isGreaterThan(100);
    }

    @Test
    void tellsWhereTheNumbersOfAttachmentsStand() {
        Bytes json = Bytes.utf8(
                "{\"a\":{\"num\":1,\"_placeholder\":true},\"num\":7,\"b\":[{\"_placeholder\":true,\"num\": 0 }]}");

        List<Placeholder> found = Placeholders.in(json, 5);

        assertThat(found).extracting(Placeholder::num).containsExactly(1, 0);
        assertThat(found)
                .allMatch(each ->
                        json.slice(each.start(), each.end() - each.start()).equals(Bytes.utf8("" + each.num())));
        assertThat(found).isSortedAccordingTo(Comparator.comparingInt(Placeholder::start));
        assertThatThrownBy(() -> Placeholders.in(json, 1)).isInstanceOf(ProtocolException.class);
    }

    private static boolean isAccepted(String text) {
        try {
            return Client.assembler().text(Bytes.utf8(text)).isEmpty();
        } catch (ProtocolException refused) {
            return false;
        }
    }

    private String value(int depth) {
        return switch (random.nextInt(depth == 0 ? 2 : 6)) {
            case 0 -> SCALARS[random.nextInt(SCALARS.length)];
            case 1, 2 -> "{\"_placeholder\":true,\"num\":" + random.nextInt(3) + "}";
            case 3 -> "[" + value(depth - 1) + "," + value(depth - 1) + "]";
            default -> object(depth);
        };
    }

    private String object(int depth) {
        StringBuilder object = new StringBuilder("{");
        for (int left = random.nextInt(4); left >= 0; left--) {
            object.append('"').append(KEYS[random.nextInt(KEYS.length)]).append("\":");
            object.append(value(random.nextBoolean() ? 0 : depth - 1)).append(left == 0 ? "}" : ",");
        }
        return object.toString();
    }

    /** What a client finds that walks through the values and replaces placeholders. */
    private static final class Tree {

        private final int attachments;
        private final List<Integer> found = new ArrayList<>();
        private boolean malformed;
        /** Whether a placeholder lies within another and disappears with it. */
        private boolean nests;

        Tree(int attachments) {
            this.attachments = attachments;
        }

        boolean isRight() {
            return !malformed
                    && found.size() == attachments
                    && Set.copyOf(found).size() == attachments;
        }

        void walk(Object value, boolean within) {
            if (value instanceof List<?> elements) {
                elements.forEach(element -> walk(element, within));
            } else if (value instanceof Map<?, ?> members) {
                boolean placeholder = new Literal("true").equals(members.get("_placeholder"));
                if (placeholder && !within) {
                    find(members.get("num"));
                }
                nests |= placeholder && within;
                members.values().forEach(member -> walk(member, within || placeholder));
            }
        }

        private void find(@Nullable Object num) {
            if (num instanceof Literal literal && literal.text().matches("[0-9]")) {
                int index = Integer.parseInt(literal.text());
                malformed |= index >= attachments;
                found.add(index);
            } else {
                malformed = true;
            }
        }
    }
}
