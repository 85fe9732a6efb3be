package io.tidings.boot;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads typed values of settings and refuses what makes no sense, in a sentence. */
final class SettingReader {

    private static final Pattern DURATION = Pattern.compile("(\\d{1,9})\\s*(ms|s|m|h)");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_*-]+");
    private static final Duration LONGEST = Duration.ofDays(1);

    private final SettingSource source;

    SettingReader(SettingSource source) {
        this.source = source;
    }

    String text(String name, String fallback) {
        return source.value(name).orElse(fallback);
    }

    /** Text of a form. */
    String text(String name, String fallback, Pattern form, String legal) {
        String value = text(name, fallback);
        if (!form.matcher(value).matches()) {
            throw new SettingException(name, value, legal);
        }
        return value;
    }

    boolean flag(String name, boolean fallback) {
        String value = text(name, Boolean.toString(fallback)).toLowerCase(Locale.ROOT);
        if (!value.equals("true") && !value.equals("false")) {
            throw new SettingException(name, value, "true or false");
        }
        return value.equals("true");
    }

    Duration duration(String name, String fallback, Duration shortest) {
        return duration(name, fallback, shortest, LONGEST);
    }

    Duration duration(String name, String fallback, Duration shortest, Duration longest) {
        String value = text(name, fallback);
        Matcher matcher = DURATION.matcher(value);
        Duration duration = matcher.matches() ? toDuration(matcher) : Duration.ZERO;
        if (duration.compareTo(shortest) < 0 || duration.compareTo(longest) > 0) {
            String legal = "a duration such as 300ms, 25s, 5m or 1h, from " + shortest.toMillis() + "ms to "
                    + (longest.toHours() > 0 ? longest.toHours() + "h" : longest.toMillis() + "ms");
            throw new SettingException(name, value, legal);
        }
        return duration;
    }

    private static Duration toDuration(Matcher matcher) {
        long amount = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            default -> Duration.ofHours(amount);
        };
    }

    int number(String name, int fallback, int smallest, int largest) {
        String value = text(name, Integer.toString(fallback));
        try {
            int number = Integer.parseInt(value);
            if (number >= smallest && number <= largest) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // Reported below like a number out of range.
        }
        throw new SettingException(name, value, "a whole number from " + smallest + " to " + largest);
    }

    /** Values separated by commas. */
    List<String> list(String name, String fallback) {
        return Arrays.stream(text(name, fallback).split(","))
                .map(String::trim)
                .filter(item -> !item.isEmpty())
                .toList();
    }

    /** Values separated by commas, each of a form. */
    List<String> list(String name, String fallback, Pattern form, String legal) {
        List<String> items = list(name, fallback);
        if (!items.stream().allMatch(form.asMatchPredicate())) {
            throw new SettingException(name, text(name, fallback), legal);
        }
        return items;
    }

    /** Names as HTTP knows them, separated by commas. */
    List<String> names(String name, String fallback) {
        return list(name, fallback, NAME, "names separated by commas");
    }

    /** One of several words. */
    String choice(String name, String fallback, Set<String> legal) {
        String value = text(name, fallback);
        if (!legal.contains(value)) {
            throw new SettingException(name, value, "one of " + String.join(", ", new TreeSet<>(legal)));
        }
        return value;
    }
}
