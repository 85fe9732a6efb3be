package io.tidings.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A Markdown table in the making. */
final class Table {

    private final List<List<String>> rows = new ArrayList<>();

    Table(String... columns) {
        row(columns);
    }

    void row(String... cells) {
        rows.add(List.of(cells));
    }

    static String whole(double number) {
        return String.format(Locale.ROOT, "%,d", Math.round(number)).replace(',', ' ');
    }

    static String decimal(double number) {
        return String.format(Locale.ROOT, "%.2f", number);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < rows.size(); i++) {
            append(text, rows.get(i));
            if (i == 0) {
                append(text, rows.get(0).stream().map(column -> "---").toList());
            }
        }
        return text.toString();
    }

    private static void append(StringBuilder text, List<String> cells) {
        text.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }
}
