package dev.heapwright.core.reach;

import dev.heapwright.diagnostic.Diagnostic;
import dev.heapwright.diagnostic.DiagnosticId;
import java.util.List;

/** How a circular dependency is told, the same at compile time and at {@code check}. */
public final class CircularDependency {
    private CircularDependency() {}

    /**
     * {@return the diagnostic for an allocator whose code reaches a consumer}
     *
     * @param way from the allocator to the consumer, as {@link Reach} finds it
     */
    public static Diagnostic of(List<String> way) {
        return Diagnostic.error(
                        DiagnosticId.CIRCULAR_DEPENDENCY, "allocator " + way.get(0) + " needs an allocator itself")
                .withDetail(String.join(" -> ", way) + " (needs an allocator)")
                .withHelp("an allocator may use only code that needs none; take memory with")
                .withHelp("dev.heapwright.memory.CHeap there, or leave out what needs more");
    }
}
