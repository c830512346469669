package dev.heapwright.processor;

import dev.heapwright.diagnostic.Diagnostic;
import dev.heapwright.diagnostic.DiagnosticId;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** An allocator is a class whose static functions glue in another package can call. */
final class AllocatorClassRule {
    private AllocatorClassRule() {}

    /** {@return one finding that lists all that is wrong with the class as a class, or none} */
    static List<Finding> check(TypeElement type, Elements elements) {
        List<String> reasons = reasons(type, elements);
        if (reasons.isEmpty()) {
            return List.of();
        }
        Diagnostic diagnostic = Diagnostic.error(
                DiagnosticId.NOT_AN_ALLOCATOR_CLASS,
                type.getQualifiedName() + " cannot be an allocator: " + reasons.get(0));
        for (String reason : reasons.subList(1, reasons.size())) {
            diagnostic = diagnostic.withDetail("and " + reason);
        }
        return List.of(new Finding(
                diagnostic
                        .withHelp("an allocator must be a public, concrete, non-generic class in a named package;")
                        .withHelp("if nested, it must be static, and all enclosing classes must be public"),
                type));
    }

    private static List<String> reasons(TypeElement type, Elements elements) {
        List<String> reasons = new ArrayList<>();
        if (type.getKind() != ElementKind.CLASS) {
            reasons.add("it is " + withArticle(type.getKind()));
        }
        if (elements.getPackageOf(type).isUnnamed()) {
            reasons.add("it is in the unnamed package");
        }
        if (!type.getModifiers().contains(Modifier.PUBLIC)) {
            reasons.add("it is not public");
        }
        if (type.getKind() == ElementKind.CLASS && type.getModifiers().contains(Modifier.ABSTRACT)) {
            reasons.add("it is abstract");
        }
        if (type.getNestingKind() == NestingKind.MEMBER && !type.getModifiers().contains(Modifier.STATIC)) {
            reasons.add("it is an inner class, not a static one");
        }
        if (!type.getTypeParameters().isEmpty()) {
            reasons.add("it has type parameters");
        }
        for (Element around = type.getEnclosingElement();
                around instanceof TypeElement outer;
                around = around.getEnclosingElement()) {
            if (!outer.getModifiers().contains(Modifier.PUBLIC)) {
                reasons.add("it is nested in " + outer.getQualifiedName() + ", which is not public");
            }
        }
        return reasons;
    }

    private static String withArticle(ElementKind kind) {
        return switch (kind) {
            case INTERFACE -> "an interface";
            case ENUM -> "an enum";
            case ANNOTATION_TYPE -> "an annotation interface";
            case RECORD -> "a record";
            default -> "not a class";
        };
    }
}
