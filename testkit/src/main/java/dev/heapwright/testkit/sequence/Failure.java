package dev.heapwright.testkit.sequence;

import dev.heapwright.testkit.block.Defect;
import java.util.ArrayList;
import java.util.List;

/**
 * A run that ended with a defect.
 *
 * @param defect that was found
 * @param operations that were performed, up to the one in which it was found
 * @param lines the operations as Java code, with the names and sizes of this run
 */
record Failure(Defect defect, List<Operation> operations, List<String> lines) {
    private static final int MOST_LINES = 100;

    Failure {
        operations = List.copyOf(operations);
        lines = List.copyOf(lines);
    }

    /** {@return the lines, for readers} */
    String[] text() {
        String headline = lines.size() == 1 ? "this operation" : "these %,d operations".formatted(lines.size());
        int left = Math.max(0, lines.size() - MOST_LINES);
        List<String> text = new ArrayList<>(List.of(headline + ", the shortest sequence found"));
        if (left > 0) {
            text.add("… %,d more".formatted(left));
        }
        text.addAll(lines.subList(left, lines.size()));
        return text.toArray(String[]::new);
    }
}
