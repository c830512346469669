package dev.heapwright.core.reach;

import dev.heapwright.diagnostic.Diagnostic;
import dev.heapwright.diagnostic.DiagnosticId;
import java.util.List;
import java.util.Map;

/** The diagnostic for a circular dependency, the same at compile time and at {@code check}. */
public final class CircularDependency {
    private CircularDependency() {}

    /**
     * {@return the diagnostic for an allocator whose code reaches a consumer}
     *
     * @param allocator its binary name
     * @param way from the allocator to the consumer, as {@link Reach} finds it
     * @param artifacts the artifacts of the dependencies that the classes are in, by the classes' binary names, as far as
     *     known
     */
    public static Diagnostic of(String allocator, List<Step> way, Map<String, String> artifacts) {
        Step consumer = way.get(way.size() - 1);
        Diagnostic diagnostic = Diagnostic.error(
                        DiagnosticId.CIRCULAR_DEPENDENCY,
                        "circular dependency: allocator %s uses %s, which needs an allocator"
                                .formatted(allocator, consumer.type()))
                .withDetail(way.get(0).toString());
        for (Step step : way.subList(1, way.size())) {
            String artifact = artifacts.get(step.type());
            diagnostic = diagnostic.withDetail("-> " + step
                    + (artifact == null ? "" : " in " + artifact)
                    + (step.equals(consumer) ? " (needs an allocator)" : ""));
        }
        return diagnostic
                .withDetail("-> " + allocator)
                .withHelp("an allocator may only use code that needs no allocator; get memory from")
                .withHelp("dev.heapwright.memory.CHeap instead, or remove the call");
    }
}
