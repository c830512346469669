package dev.heapwright.processor;

import dev.heapwright.core.diagnostic.Diagnostic;
import dev.heapwright.core.diagnostic.DiagnosticId;
import dev.heapwright.processor.reach.Needers;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/** An allocator does not say of itself that it needs one: not on its class, nor on what is around the class. */
final class NeedRule {
    private NeedRule() {}

    /** {@return a finding at the allocator that names the needer, or none} */
    static List<Finding> check(TypeElement type) {
        return Needers.of(type).stream()
                .limit(1)
                .map(needer -> new Finding(
                        Diagnostic.error(
                                        DiagnosticId.ALLOCATOR_NEEDS_ALLOCATOR,
                                        "allocator %s needs an allocator itself: %s is annotated @NeedsAllocator"
                                                .formatted(
                                                        type.getQualifiedName(),
                                                        Objects.equals(needer, type)
                                                                ? "it"
                                                                : kind(needer) + " " + needer))
                                .withHelp(
                                        "remove @NeedsAllocator there; code that needs an allocator belongs elsewhere:")
                                .withHelp("in a package, and for other programs in a module, without an allocator"),
                        type))
                .toList();
    }

    private static String kind(Element element) {
        return element instanceof TypeElement
                ? "the class"
                : "the " + element.getKind().name().toLowerCase(Locale.ROOT);
    }
}
