package io.tidings.json;

import jakarta.json.JsonValue;

/** Values of JSON Processing, of which there are none in a program that comes without it. */
final class JsonValues {

    private static final boolean ARE_THERE = areThere();

    private JsonValues() {}

    static boolean isOne(Object value) {
        return ARE_THERE && value instanceof JsonValue;
    }

    private static boolean areThere() {
        try {
            return JsonValue.class.isInterface();
        } catch (NoClassDefFoundError absent) {
            return false;
        }
    }
}
