package dev.heapwright.linker.audit;

import dev.heapwright.linker.tree.LinkedModule;

/**
 * Renders an audit for people: a table for each artifact that takes native memory.
 *
 * <pre>
 * com.acme:io:2.1
 *   direct buffers   4  nobody    com.acme.io.Chunks.grow, com.acme.io.Pool.open, com.acme.io.Ring.&lt;init&gt;, ...
 *   mapped files     1  nobody    com.acme.io.Journal.open
 * </pre>
 */
final class AuditText {
    private final StringBuilder text = new StringBuilder();

    private AuditText() {}

    static String render(ModuleAudit audit) {
        AuditText text = new AuditText();
        text.head(audit);
        audit.artifacts().forEach(text::artifact);
        text.foot(audit);
        return text.text.toString();
    }

    private void head(ModuleAudit audit) {
        LinkedModule module = audit.module();
        line(module.description());
        line(module.outcome() + "; " + audit.process().description());
    }

    private void artifact(ModuleAudit.AuditedArtifact artifact) {
        if (artifact.taken().isEmpty() && artifact.otherLibraries() == 0) {
            return;
        }
        line("");
        line(artifact.coordinates().toString());
        artifact.taken().forEach(this::taken);
        if (artifact.otherLibraries() > 0) {
            line("  libraries for macOS or Windows, not read: " + artifact.otherLibraries());
        }
    }

    private void taken(TakenMemory taken) {
        line("  %-16s %4d  %-21s  %s"
                .formatted(taken.source(), taken.places().size(), taken.governor(), taken.shown()));
    }

    private void foot(ModuleAudit audit) {
        line("");
        line("places governed by the heap: %d, by the process allocator: %d, by nobody: %d; not read: %d"
                .formatted(
                        audit.count(Governor.HEAP),
                        audit.count(Governor.PROCESS),
                        audit.count(Governor.NOBODY),
                        audit.count(Governor.UNKNOWN)));
        KnownArtifacts.notes(audit).forEach(this::line);
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
