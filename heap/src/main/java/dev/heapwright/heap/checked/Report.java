package dev.heapwright.heap.checked;

import dev.heapwright.diagnostic.Diagnostic;
import dev.heapwright.diagnostic.DiagnosticId;
import dev.heapwright.diagnostic.DiagnosticRenderer;
import dev.heapwright.diagnostic.Location;
import dev.heapwright.diagnostic.Severity;
import java.util.ArrayList;
import java.util.List;

/** Builds the text of a diagnostic, in the format of all of Heapwright's diagnostics. */
final class Report {
    private final DiagnosticId id;
    private final String headline;
    private final List<String> details = new ArrayList<>();

    Report(DiagnosticId id, String headline) {
        this.id = id;
        this.headline = headline;
    }

    Report detail(String line) {
        details.add(line);
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
        return DiagnosticRenderer.renderWhole(
                new Diagnostic(id, Severity.ERROR, headline, details, List.of(help), new Location.Unknown()));
    }
}
