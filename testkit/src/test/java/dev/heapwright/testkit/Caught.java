package dev.heapwright.testkit;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.heapwright.testkit.block.Functions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DynamicNode;

/**
 * Expects that an allocator's defect is detected by the clause that is meant for it; with -Dthorough, 20 times out of
 * 20.
 */
final class Caught {
    private static final boolean THOROUGH = System.getProperty("thorough") != null;
    private static final int TIMES = 20;

    /** The minimum if the defect depends on the timing of threads. */
    private static final int TIMES_BY_CHANCE = 15;

    private static final Duration SHORT = Duration.ofMillis(500);

    /** The headline of a defect that takes a timeout to detect. */
    static final String HANGS = "a call did not return";

    private Caught() {}

    /**
     * Expects a defect to be detected each time.
     *
     * @param clause the beginning of the name of the clause for such defects; trying all clauses would take seconds
     * @param headline of the defect, a regular expression
     * @param allocator creates an allocator with the defect, in its initial state
     */
    static void byClause(String clause, String headline, Supplier<? extends Functions> allocator) {
        caught(clause, headline, allocator, TIMES);
    }

    /** Expects it of a defect that shows only by chance. */
    static void byChance(String clause, String headline, Supplier<? extends Functions> allocator) {
        caught(clause, headline, allocator, TIMES_BY_CHANCE);
    }

    private static void caught(String clause, String headline, Supplier<? extends Functions> allocator, int atLeast) {
        if (THOROUGH) {
            List<String> missed = IntStream.rangeClosed(1, TIMES)
                    .mapToObj(seed -> "seed " + seed + ": " + message(allocator, seed, clause, headline))
                    .filter(message -> !isOf(message, headline))
                    .toList();
            assertTrue(missed.size() <= TIMES - atLeast, () -> "missed by " + clause + ": " + missed);
            return;
        }
        // A defect that shows by chance is sometimes missed; then the search continues.
        int tries = atLeast < TIMES ? TIMES : 1;
        List<String> messages = new ArrayList<>();
        assertTrue(
                IntStream.rangeClosed(1, tries)
                        .mapToObj(seed -> message(allocator, seed, clause, headline))
                        .peek(messages::add)
                        .anyMatch(message -> isOf(message, headline)),
                () -> "missed by " + clause + ": " + messages);
    }

    private static boolean isOf(String message, String headline) {
        return message.lines().findFirst().orElse("").matches(".*: (" + headline + ")");
    }

    private static String message(Supplier<? extends Functions> allocator, int seed, String clause, String headline) {
        AllocatorContract contract = AllocatorContract.of(allocator.get()).seed(seed);
        if (headline.contains(HANGS)) {
            contract = contract.patience(SHORT);
        }
        List<DynamicNode> tests = contract.stream()
                .filter(test -> test.getDisplayName().startsWith(clause))
                .toList();
        assertTrue(!tests.isEmpty(), () -> "there is no clause " + clause);
        return Contracts.firstFailure(tests.stream()).orElse("no test fails");
    }
}
