package dev.heapwright.benchmarks.build;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A table in Markdown: text in the first column, numbers in all others. */
final class MarkdownTable {
    private final List<String> lines = new ArrayList<>();

    /** Starts a table. */
    MarkdownTable(List<String> heads) {
        lines.add(line(heads));
        lines.add("|---|" + "---:|".repeat(heads.size() - 1));
    }

    /** Adds a row. */
    void row(List<String> cells) {
        lines.add(line(cells));
    }

    /** {@return a number with its significant digits; a dash for NaN} */
    static String number(double value) {
        if (Double.isNaN(value)) {
            return "–";
        }
        String format = Math.abs(value) < 10 ? "%.2f" : Math.abs(value) < 100 ? "%.1f" : "%,.0f";
        return String.format(Locale.ROOT, format, value);
    }

    private static String line(List<String> cells) {
        return "| " + String.join(" | ", cells) + " |";
    }

    @Override
    public String toString() {
        return String.join("\n", lines) + "\n";
    }
}
