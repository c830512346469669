package dev.heapwright.processor;

import dev.heapwright.core.contract.Part;
import dev.heapwright.core.reach.AllocatorNeedsAllocator;
import dev.heapwright.processor.reach.Consumers;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Predicate;
import javax.lang.model.element.Element;
import javax.lang.model.element.QualifiedNameable;
import javax.lang.model.element.TypeElement;

/**
 * An allocator does not say of itself that it needs one: not on its class, nor on what is around the class.
 *
 * @param hasPosition whether the compiler can show something at an element
 */
record NeedRule(Predicate<Element> hasPosition) implements AllocatorRule {

    /** {@return a finding at the annotation, or else at the allocator, that names the consumer, or none} */
    @Override
    public List<Finding> check(TypeElement type) {
        return Consumers.of(type).stream()
                .limit(1)
                .map(consumer -> new Finding(
                        AllocatorNeedsAllocator.of(
                                type.getQualifiedName().toString(),
                                Objects.equals(consumer, type) ? "it" : describe(consumer)),
                        place(consumer, type)))
                .toList();
    }

    private Place place(Element consumer, TypeElement allocator) {
        return Consumers.annotation(consumer)
                .filter(annotation -> hasPosition.test(consumer))
                .map(annotation -> Place.of(consumer, annotation))
                .orElse(Place.of(allocator, Part.Element.WHOLE));
    }

    private static String describe(Element element) {
        String kind = element instanceof TypeElement
                ? "class"
                : element.getKind().name().toLowerCase(Locale.ROOT);
        // Compilers differ in an element's toString.
        return "the " + kind + " " + ((QualifiedNameable) element).getQualifiedName();
    }
}
