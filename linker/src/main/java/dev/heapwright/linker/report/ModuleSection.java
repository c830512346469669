package dev.heapwright.linker.report;

import dev.heapwright.linker.audit.ModuleAudit;
import dev.heapwright.linker.tree.LinkedModule;
import java.io.IOException;

/**
 * The part of a report that is about one module.
 *
 * @param outcome by which the parts are ordered
 * @param html the element
 */
public record ModuleSection(Outcome outcome, String html) {
    /**
     * {@return the part about a module}
     *
     * @param module what it is about
     * @throws IOException if the page of a diagnostic cannot be read
     */
    public static ModuleSection of(LinkedModule module) throws IOException {
        return new ModuleSection(Outcome.of(module.decision()), SectionWriter.write(module, ""));
    }

    /**
     * {@return the part about a module, and about the native memory that it takes}
     *
     * @param audit of the module
     * @throws IOException if the page of a diagnostic cannot be read
     */
    public static ModuleSection of(ModuleAudit audit) throws IOException {
        LinkedModule module = audit.module();
        return new ModuleSection(Outcome.of(module.decision()), SectionWriter.write(module, AuditSection.of(audit)));
    }
}
