package dev.heapwright.heap.checked;

import java.util.List;

/** The text of a diagnostic, as all of Heapwright's are, in the making. */
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

    /** Adds where it was, below what was there. */
    Report detail(String what, Origin where) {
        return detail(what, where.site().lines());
    }

    Report detail(String what, List<String> where) {
        detail(what);
        where.forEach(line -> detail("  " + line));
        return this;
    }

    /** Adds what the block is and where it was allocated, and given back if it was. */
    Report detail(Block block) {
        detail(
                "the block: %d bytes aligned to %d at 0x%x, allocated"
                        .formatted(block.size(), block.align(), block.address()),
                block.allocated());
        if (block.freed() != null) {
            detail("given back", block.freed());
        }
        return this;
    }

    /** {@return the whole text} */
    String help(String help) {
        return text + "\n  help: " + help + "\n  more: mvn heapwright:explain -Did=" + id;
    }
}
