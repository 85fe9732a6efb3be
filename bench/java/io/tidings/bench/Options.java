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
