package dev.heapwright.heap.checked;

import java.util.List;

/** Builds the text of a diagnostic, in the format of all of Heapwright's diagnostics. */
final class Report {
    private final String id;
    private final StringBuilder text;

    Report(String id, String headline) {
        this.id = id;
        this.text = new StringBuilder("[Heapwright/" + id + "] " + headline);
    }

    Report detail(String line) {
        text.append("\n    ").append(line);
        return this;
    }

    /** Adds a stack below the previous line. */
    Report detail(String what, Origin where) {
        return detail(what, where.site().lines());
    }

    Report detail(String what, List<String> where) {
        detail(what);
        where.forEach(line -> detail("  " + line));
        return this;
    }

    /** Adds what the block is, where it was allocated and, if it was freed, where. */
    Report detail(TrackedBlock block) {
        detail(
                "the block: %d bytes aligned to %d at 0x%x, allocated"
                        .formatted(block.size(), block.align(), block.address()),
                block.allocated());
        if (block.freed() != null) {
            detail("freed", block.freed());
        }
        return this;
    }

    /** {@return the whole text} */
    String help(String help) {
        return text + "\n  help: " + help + "\n  more: mvn heapwright:explain -Did=" + id;
    }
}
