package dev.heapwright.processor;

import dev.heapwright.core.diagnostic.Diagnostic;
import dev.heapwright.core.diagnostic.DiagnosticId;
import java.util.Comparator;
import java.util.List;
import javax.lang.model.element.TypeElement;

/** A module has one allocator: whoever links the module must not have to choose within it. */
final class OneAllocatorRule {
    private OneAllocatorRule() {}

    /** {@return a finding at each allocator, naming the others; none if there is only one} */
    static List<Finding> check(List<TypeElement> allocators) {
        if (allocators.size() < 2) {
            return List.of();
        }
        List<TypeElement> sorted = allocators.stream()
                .sorted(Comparator.comparing(type -> type.getQualifiedName().toString()))
                .toList();
        return sorted.stream()
                .map(type -> new Finding(duplicate(type, sorted), type))
                .toList();
    }

    private static Diagnostic duplicate(TypeElement type, List<TypeElement> all) {
        Diagnostic diagnostic = Diagnostic.error(
                DiagnosticId.DUPLICATE_ALLOCATOR,
                "%s is one of %d allocators in this module, a module has 1"
                        .formatted(type.getQualifiedName(), all.size()));
        for (TypeElement other : all) {
            if (!other.equals(type)) {
                diagnostic = diagnostic.withDetail("another is " + other.getQualifiedName());
            }
        }
        return diagnostic.withHelp("keep @Allocator on one of them, and move the others to modules of their own");
    }
}
