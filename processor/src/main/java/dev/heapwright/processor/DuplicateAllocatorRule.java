package dev.heapwright.processor;

import static java.util.stream.Collectors.toList;

import dev.heapwright.diagnostic.Diagnostic;
import dev.heapwright.diagnostic.DiagnosticId;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/**
 * A module has at most one allocator: linking the module must not require a choice within it.
 *
 * @param elements of the compilation
 * @param places the file and line of an element, if they are known
 */
record DuplicateAllocatorRule(Elements elements, Function<Element, Optional<String>> places) {

    /** {@return a finding for each module that has several allocators, at the first by name, naming the others} */
    List<Finding> check(List<TypeElement> allocators) {
        // One compilation may cover several modules.
        return allocators.stream()
                .sorted(Comparator.comparing(type -> type.getQualifiedName().toString()))
                .collect(Collectors.groupingBy(
                        type -> Optional.ofNullable(elements.getModuleOf(type)), LinkedHashMap::new, toList()))
                .values()
                .stream()
                .filter(together -> together.size() > 1)
                .map(together -> new Finding(duplicate(together), together.get(0)))
                .toList();
    }

    private Diagnostic duplicate(List<TypeElement> together) {
        Diagnostic diagnostic = Diagnostic.error(
                DiagnosticId.DUPLICATE_ALLOCATOR,
                "%s: module has %d @Allocator classes; only one is allowed"
                        .formatted(together.get(0).getQualifiedName(), together.size()));
        for (TypeElement other : together.subList(1, together.size())) {
            diagnostic = diagnostic.withDetail("also annotated @Allocator: " + other.getQualifiedName()
                    + places.apply(other).map(" (%s)"::formatted).orElse(""));
        }
        return diagnostic.withHelp("keep @Allocator on one of them, and move the others to separate modules");
    }
}
