package dev.heapwright.core.reach;

import dev.heapwright.diagnostic.Diagnostic;
import dev.heapwright.diagnostic.DiagnosticId;
import java.util.List;

/** The diagnostic for a circular dependency, the same at compile time and at {@code check}. */
public final class CircularDependency {
    private CircularDependency() {}

    /**
     * {@return the diagnostic for an allocator whose code reaches a consumer}
     *
     * @param way from the allocator to the consumer, as {@link Reach} finds it
     */
    public static Diagnostic of(List<String> way) {
        return Diagnostic.error(
                        DiagnosticId.CIRCULAR_DEPENDENCY,
                        "circular dependency: allocator %s uses %s, which needs an allocator"
                                .formatted(way.get(0), way.get(way.size() - 1)))
                .withDetail(String.join(" -> ", way) + " (needs an allocator)")
                .withHelp("an allocator may only use code that needs no allocator; get memory from")
                .withHelp("dev.heapwright.memory.CHeap instead, or remove the call");
    }
}
