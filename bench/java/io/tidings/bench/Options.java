package io.tidings.bench;

import java.time.Duration;
import java.util.List;
import java.util.Properties;

/** What was asked for with {@code -Dname=value}. */
final class Options {

    private final Properties properties;

    Options(Properties properties) {
        this.properties = properties;
    }

    String text(String name, String byDefault) {
        return properties.getProperty(name, byDefault);
    }

    String oneOf(String name, List<String> values) {
        String value = text(name, values.get(0));
        if (!values.contains(value)) {
            throw new IllegalArgumentException(
                    "-D" + name + "=" + value + " is not one of " + String.join(", ", values));
        }
        return value;
    }

    /** The values that stand there, separated by commas; all of them by default, and {@code none} for none. */
    List<String> someOf(String name, List<String> values) {
        String given = text(name, String.join(",", values));
        if (given.equals("none")) {
            return List.of();
        }
        List<String> chosen = List.of(given.split(",", -1));
        if (!values.containsAll(chosen)) {
            throw new IllegalArgumentException(
                    "-D" + name + "=" + given + " is neither none nor some of " + String.join(",", values));
        }
        return chosen;
    }

    int number(String name, int byDefault) {
        String value = text(name, Integer.toString(byDefault));
        if (!value.matches("\\d{1,9}") || Integer.parseInt(value) == 0) {
            throw new IllegalArgumentException("-D" + name + "=" + value + " is not a positive whole number");
        }
        return Integer.parseInt(value);
    }

    Duration seconds(String name, int byDefault) {
        return Duration.ofSeconds(number(name, byDefault));
    }
}
