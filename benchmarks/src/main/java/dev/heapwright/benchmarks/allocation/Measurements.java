package dev.heapwright.benchmarks.allocation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Figures by operation and subject: a row for each subject, in the order in which they were added. */
public final class Measurements {
    private final Map<String, Map<String, Double>> rows = new LinkedHashMap<>();

    /** Adds a figure. Of several for the same, the least counts. */
    public void add(String subject, String operation, double figure) {
        rows.computeIfAbsent(subject, s -> new LinkedHashMap<>()).merge(operation, figure, Math::min);
    }

    /** {@return whether there is no figure at all} */
    public boolean isEmpty() {
        return rows.isEmpty();
    }

    /** {@return the figures of an operation by subject, without subjects that lack it} */
    public Map<String, Double> of(String operation) {
        Map<String, Double> figures = new LinkedHashMap<>();
        rows.forEach((subject, row) -> {
            if (row.containsKey(operation)) {
                figures.put(subject, row.get(operation));
            }
        });
        return figures;
    }

    /** {@return a table in Markdown with the named columns; a dash if there is no figure} */
    public String table(String... operations) {
        StringBuilder table = new StringBuilder("| | ");
        table.append(String.join(" | ", operations)).append(" |\n|---|").append("---:|".repeat(operations.length));
        rows.forEach((subject, row) -> {
            table.append("\n| ").append(subject).append(" |");
            for (String operation : operations) {
                Double figure = row.get(operation);
                table.append(' ').append(figure == null ? "–" : rounded(figure)).append(" |");
            }
        });
        return table.append('\n').toString();
    }

    private static String rounded(double figure) {
        return figure >= 100
                ? "%,.0f".formatted(figure)
                : figure >= 10 ? "%.1f".formatted(figure) : "%.2f".formatted(figure);
    }

    /** {@return the ratio of one subject's figure to another's, for each operation that both have} */
    public Map<String, Double> ratios(String subject, String to) {
        Map<String, Double> ratios = new TreeMap<>();
        rows.getOrDefault(subject, Map.of()).forEach((operation, figure) -> {
            Double other = rows.getOrDefault(to, Map.of()).get(operation);
            if (other != null) {
                ratios.put(operation, figure / other);
            }
        });
        return ratios;
    }

    /**
     * {@return the ratios of the figures of each subject that measures the heap to those of each peer: below 1 is
     * faster}
     */
    public Measurements ratiosToPeers(List<SubjectJvm> subjects) {
        Measurements ratios = new Measurements();
        for (SubjectJvm heap : subjects) {
            for (SubjectJvm peer : subjects) {
                if (heap.isHeap() && !peer.isHeap()) {
                    ratios(heap.title(), peer.title())
                            .forEach((operation, ratio) ->
                                    ratios.add(heap.title() + " to " + peer.title(), operation, ratio));
                }
            }
        }
        return ratios;
    }
}
