package dev.heapwright.linker.process;

import dev.heapwright.core.link.Decision;
import dev.heapwright.core.link.ShippedAllocator;
import dev.heapwright.core.name.UnknownName;
import dev.heapwright.core.process.ProcessAllocator;
import dev.heapwright.diagnostic.Diagnostic;
import dev.heapwright.diagnostic.DiagnosticException;
import dev.heapwright.diagnostic.DiagnosticId;
import java.util.List;
import java.util.Optional;

/** Which allocator a process is linked to, or started with. */
public sealed interface ProcessDecision {
    /** The values that users can configure. */
    List<String> NAMES = List.of("system", "jemalloc", "mimalloc");

    /**
     * The process is linked to an allocator.
     *
     * @param allocator which one
     * @param reason why, for the log
     */
    record Linked(ProcessAllocator allocator, String reason) implements ProcessDecision {}

    /**
     * The process keeps the C library's malloc.
     *
     * @param reason why, for the log
     */
    record NotLinked(String reason) implements ProcessDecision {}

    /**
     * Decides, by these rules:
     *
     * <ol>
     * <li>The process is linked to the allocator that the heap is bound to, so that there is one allocator.
     * <li>If the heap is bound to the C library's malloc, then to the configured one: the heap then uses it as well.
     * <li>If it is bound to an allocator of the user's own, or not at all, the process's must be configured.
     * </ol>
     *
     * @param decision what the heap is bound to
     * @param configured the short name of the process's allocator; empty if none is configured
     * @return what the process is linked to
     * @throws DiagnosticException if the heap is not linked, or another allocator must be configured
     */
    static ProcessDecision of(Decision decision, Optional<String> configured) throws DiagnosticException {
        if (decision instanceof Decision.Refuse refuse) {
            throw new DiagnosticException(refuse.problems());
        }
        if (configured.isPresent() && !NAMES.contains(configured.get())) {
            throw invalid(
                    UnknownName.headline("process allocator", configured.get(), NAMES),
                    "set processAllocator to system, jemalloc or mimalloc");
        }
        Optional<ShippedAllocator> heap =
                decision instanceof Decision.Bound bound ? ShippedAllocator.of(bound.allocator()) : Optional.empty();
        Optional<ProcessAllocator> ofHeap = heap.flatMap(allocator -> ProcessAllocator.of(allocator.toString()));
        if (ofHeap.isPresent()) {
            String own = ofHeap.get().id();
            if (configured.isPresent() && !configured.get().equals(own)) {
                throw invalid(
                        "the heap is bound to " + own + ", so the process cannot be linked to " + configured.get(),
                        "remove processAllocator, or bind the heap to " + configured.get());
            }
            return new Linked(ofHeap.get(), "the heap is bound to it");
        }
        if (configured.isPresent()) {
            Optional<ProcessAllocator> allocator = ProcessAllocator.of(configured.get());
            return allocator.isPresent()
                    ? new Linked(allocator.get(), "configured")
                    : new NotLinked("processAllocator is system");
        }
        if (heap.isPresent()) {
            return new NotLinked("the heap is bound to the C library's malloc");
        }
        throw invalid(
                (decision instanceof Decision.Bound bound
                                ? "the heap is bound to " + bound.allocator() + ", which cannot replace malloc"
                                : "the module is not bound to an allocator")
                        + ": the process's allocator must be configured",
                "set processAllocator to jemalloc or mimalloc, or to system, which is the C library's");
    }

    private static DiagnosticException invalid(String headline, String help) {
        return new DiagnosticException(List.of(
                Diagnostic.error(DiagnosticId.INVALID_CONFIGURATION, headline).withHelp(help)));
    }
}
