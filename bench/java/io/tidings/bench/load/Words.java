package io.tidings.bench.load;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Settings of a command line in the form {@code name=value}, over defaults that also say which names there are. */
final class Words {

    private final Map<String, String> values;

    private Words(Map<String, String> values) {
        this.values = values;
    }

    static Words of(Map<String, String> defaults, String... given) {
        Words words = new Words(new HashMap<>(defaults));
        Arrays.stream(given).forEach(words::put);
        return words;
    }

    String text(String name) {
        String value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return value;
    }

    /** The text, or where it is empty another one. */
    String text(String name, String instead) {
        String value = text(name);
        return value.isEmpty() ? instead : value;
    }

    boolean flag(String name) {
        return Boolean.parseBoolean(text(name));
    }

    int number(String name) {
        try {
            return Integer.parseInt(text(name));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + "=" + text(name) + " is not a whole number", e);
        }
    }

    /** Numbers, separated by commas. */
    List<Integer> numbers(String name) {
        try {
            return Arrays.stream(text(name).split(",", -1))
                    .map(Integer::parseInt)
                    .toList();
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + "=" + text(name) + " is not a list of whole numbers", e);
        }
    }

    /** The number, or where nothing is said another one. */
    int number(String name, int instead) {
        return text(name).isEmpty() ? instead : number(name);
    }

    /** A time in seconds, with a fraction where wanted. */
    Duration seconds(String name) {
        try {
            return Duration.ofMillis(Math.round(Double.parseDouble(text(name)) * 1000));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + "=" + text(name) + " is not a number of seconds", e);
        }
    }

    private void put(String word) {
        int equals = word.indexOf('=');
        String name = word.substring(0, Math.max(equals, 0));
        if (!values.containsKey(name)) {
            throw new IllegalArgumentException(
                    word + ": expected name=value with a name of " + new TreeSet<>(values.keySet()));
        }
        values.put(name, word.substring(equals + 1));
    }
}
