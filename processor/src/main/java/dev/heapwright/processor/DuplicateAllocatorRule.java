package dev.heapwright.processor;

import dev.heapwright.diagnostic.Diagnostic;
import dev.heapwright.diagnostic.DiagnosticId;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** A module has at most one allocator: linking the module must not require a choice within it. */
final class DuplicateAllocatorRule {
    private DuplicateAllocatorRule() {}

    /** {@return a finding at each of several allocators in a module, naming the others} */
    static List<Finding> check(List<TypeElement> allocators, Elements elements) {
        List<TypeElement> sorted = allocators.stream()
                .sorted(Comparator.comparing(type -> type.getQualifiedName().toString()))
                .toList();
        return sorted.stream()
                .flatMap(type -> {
                    // One compilation may cover several modules.
                    List<TypeElement> together = sorted.stream()
                            .filter(other -> Objects.equals(elements.getModuleOf(other), elements.getModuleOf(type)))
                            .toList();
                    return together.size() < 2
                            ? Stream.empty()
                            : Stream.of(new Finding(duplicate(type, together), type));
                })
                .toList();
    }

    private static Diagnostic duplicate(TypeElement type, List<TypeElement> all) {
        Diagnostic diagnostic = Diagnostic.error(
                DiagnosticId.DUPLICATE_ALLOCATOR,
                "%s: module has %d @Allocator classes; only one is allowed"
                        .formatted(type.getQualifiedName(), all.size()));
        for (TypeElement other : all) {
            if (!other.equals(type)) {
                diagnostic = diagnostic.withDetail("also annotated @Allocator: " + other.getQualifiedName());
            }
        }
        return diagnostic.withHelp("keep @Allocator on one of them, and move the others to separate modules");
    }
}
