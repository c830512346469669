package dev.heapwright.processor;

import dev.heapwright.core.contract.ContractRules;
import dev.heapwright.core.contract.Part;
import dev.heapwright.core.contract.Violation;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;

/**
 * An allocator is declared as the contract says: {@link ContractRules} tell what is wrong, and in which part.
 *
 * @param shapes reads the declaration
 */
record DeclarationRule(ModelShapes shapes) implements AllocatorRule {
    /** Lombok changes the methods of such a class in javac's trees, which the language model does not show. */
    private static final String UTILITY_CLASS = "lombok.experimental.UtilityClass";

    @Override
    public List<Finding> check(TypeElement allocator) {
        List<ExecutableElement> methods = ModelShapes.methods(allocator);
        return ContractRules.violations(shapes.of(allocator)).stream()
                .flatMap(violation -> finding(violation, allocator, methods))
                .toList();
    }

    private static Stream<Finding> finding(
            Violation violation, TypeElement allocator, List<ExecutableElement> methods) {
        if (!(violation.part() instanceof Part.OfFunction part)) {
            return Stream.of(new Finding(violation.diagnostic(), allocator));
        }
        ExecutableElement method = methods.get(part.position());
        // A type that does not exist is the compiler's to report.
        return ModelShapes.isUndefined(method)
                ? Stream.empty()
                : Stream.of(new Finding(
                        isUtilityClass(allocator) && !method.getModifiers().contains(Modifier.STATIC)
                                ? violation
                                        .diagnostic()
                                        .withHelp(
                                                "Lombok's @UtilityClass adds static only after this check: write it in the source")
                                : violation.diagnostic(),
                        place(method, part)));
    }

    private static boolean isUtilityClass(TypeElement type) {
        return type.getAnnotationMirrors().stream()
                .anyMatch(annotation -> ((TypeElement)
                                annotation.getAnnotationType().asElement())
                        .getQualifiedName()
                        .contentEquals(UTILITY_CLASS));
    }

    private static Place place(ExecutableElement method, Part.OfFunction part) {
        Element element = switch (part.element()) {
            case PARAMETER, PARAMETER_TYPE -> method.getParameters().get(part.index());
            case WHOLE, MODIFIERS, TYPE_PARAMETER, RETURN_TYPE, EXCEPTION -> method;
        };
        return new Place(element, part.element(), part.index());
    }
}
