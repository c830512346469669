package dev.heapwright.heap.checked;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.function.Executable;

/** What tests of misuse have in common: checked glue, calls that prepare a misuse, and what its message is compared with. */
abstract class MisuseFixture {
    final MallocBinding heap = new MallocBinding(10_000);

    final void giveBack(long block, long size) {
        heap.deallocate(block, size, 8);
    }

    /** From 64 to 40 bytes; the first attempt is refused. */
    final void shrink(long block) {
        heap.reallocateInplace(block, 64, 40, 8);
        assertEquals(40, heap.reallocateInplace(block, 64, 40, 8));
    }

    final long move(long block) {
        return heap.reallocate(block, 64, 64, 8);
    }

    /**
     * Each block is freed before the next is allocated, so that it never gets the address of one of the test's blocks.
     */
    final void fillQuarantine() {
        long block = heap.allocate(20_000, 8);
        heap.deallocate(block, 20_000, 8);
    }

    /** Asserts the first line of a message. */
    static void assertHeadline(String headline, Executable call) {
        assertEquals(headline, message(call).lines().findFirst().orElse(""));
    }

    /** Asserts a message with 0x… in place of each address, and only the first line of each stack. */
    static void assertMisuse(String text, Executable call) {
        assertEquals(text, shown(message(call)));
    }

    static String message(Executable call) {
        return String.valueOf(assertThrows(MisuseError.class, call).getMessage());
    }

    /** {@return the message without what differs from run to run, and with only the first line of each stack} */
    static String shown(String message) {
        Stream<String> lines = message.replaceAll("0x[0-9a-f]{3,}", "0x…")
                .replaceAll("(?m)^( +at .*)\n(?: +at .*\n| +\\.{3} and \\d+ more\n)+", "$1\n")
                .lines();
        return lines.map(line -> line.replaceFirst("at (?:\\w+\\.)+(\\w+\\.\\w+)\\(.*\\)", "at $1"))
                .collect(Collectors.joining("\n"));
    }
}
