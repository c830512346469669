package dev.heapwright.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.heapwright.testkit.block.Defect;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;

/** Runs contracts as JUnit would. */
final class Contracts {
    private static final Pattern ADDRESS = Pattern.compile("0x([0-9a-f]{7,})");

    private Contracts() {}

    /** Asserts which test fails, and its message. In the message, addresses are relative to the arena's beginning. */
    static void assertDefect(Supplier<ArenaAllocator> allocator, String message) {
        ArenaAllocator.clear();
        assertDefect(AllocatorContract.of(ArenaAllocator.from(allocator)).operations(20_000), message);
    }

    static void assertDefect(AllocatorContract contract, String message) {
        assertEquals(message.stripTrailing(), message(contract.stream().filter(test -> isToFail(test, message))));
    }

    /** Only the clause that is expected to fail is tried, as all those before it take seconds. */
    private static boolean isToFail(DynamicNode test, String message) {
        return message.stripTrailing().endsWith("clause:   " + test.getDisplayName());
    }

    /** {@return the message of the first test that fails, with addresses relative to the arena's beginning} */
    static String message(AllocatorContract contract) {
        return message(contract.stream());
    }

    /** {@return the same for the clauses whose names begin so} */
    static String message(AllocatorContract contract, String clause) {
        return message(contract.stream().filter(test -> test.getDisplayName().startsWith(clause)));
    }

    private static String message(Stream<DynamicNode> tests) {
        String message = firstFailure(tests).orElse("no test fails");
        return ADDRESS.matcher(message).replaceAll(match -> {
            long offset = Long.parseUnsignedLong(match.group(1), 16) - ArenaAllocator.BASE;
            return offset < 0 || offset > ArenaAllocator.SIZE ? match.group() : "@" + offset;
        });
    }

    /** {@return the message of the first test that fails, if one does} */
    static Optional<String> firstFailure(Stream<DynamicNode> tests) {
        return tests.flatMap(test -> failure((DynamicTest) test).stream()).findFirst();
    }

    private static Optional<String> failure(DynamicTest test) {
        try {
            test.getExecutable().execute();
            return Optional.empty();
        } catch (Defect defect) {
            return Optional.of(defect.getMessage());
        } catch (Throwable thrown) {
            throw new AssertionError(test.getDisplayName(), thrown);
        }
    }
}
