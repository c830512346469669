package dev.heapwright.linker.process;

import dev.heapwright.core.link.Decision;
import dev.heapwright.core.process.ProcessAllocator;
import dev.heapwright.diagnostic.DiagnosticException;
import java.util.Optional;

/**
 * What a build configures for the whole process.
 *
 * @param mode how malloc is replaced
 * @param allocator the short name of the process's allocator; empty if none is configured
 */
public record ProcessSettings(ProcessMode mode, Optional<String> allocator) {
    /** Nothing is configured, and malloc is not replaced. */
    public static final ProcessSettings NONE = new ProcessSettings(ProcessMode.NONE, Optional.empty());

    /**
     * {@return the allocator that a program must be started with, if it is to be preloaded}
     *
     * @param decision what the program's heap is bound to
     * @throws DiagnosticException if the process cannot have the configured allocator
     */
    public Optional<ProcessAllocator> preloaded(Decision decision) throws DiagnosticException {
        return mode == ProcessMode.PRELOADED
                        && ProcessDecision.of(decision, allocator) instanceof ProcessDecision.Linked linked
                ? Optional.of(linked.allocator())
                : Optional.empty();
    }
}
