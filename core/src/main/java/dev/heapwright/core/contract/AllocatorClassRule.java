package dev.heapwright.core.contract;

import dev.heapwright.diagnostic.Diagnostic;
import dev.heapwright.diagnostic.DiagnosticId;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;

/** An allocator is a class whose static functions glue in another package can call. */
final class AllocatorClassRule implements ContractRule {

    /** {@return one violation that lists all that is wrong with the class as a class, or none} */
    @Override
    public List<Violation> check(ClassShape type) {
        List<String> reasons = reasons(type);
        if (reasons.isEmpty()) {
            return List.of();
        }
        Diagnostic diagnostic = Diagnostic.error(
                DiagnosticId.NOT_AN_ALLOCATOR_CLASS, type.name() + " cannot be an allocator: " + reasons.get(0));
        for (String reason : reasons.subList(1, reasons.size())) {
            diagnostic = diagnostic.withDetail("and " + reason);
        }
        return List.of(Violation.ofClass(diagnostic
                .withHelp("an allocator must be a public, concrete, non-generic class in a named package;")
                .withHelp("if nested, it must be static, and all enclosing classes must be public")));
    }

    private static List<String> reasons(ClassShape type) {
        List<String> reasons = new ArrayList<>();
        if (type.kind() != ClassShape.Kind.CLASS) {
            reasons.add("it is " + type.kind().words());
        }
        if (type.packageName().isEmpty()) {
            reasons.add("it is in the unnamed package");
        }
        if (type.nesting() == ClassShape.Nesting.LOCAL) {
            reasons.add("it is declared within a method");
        }
        if (!Modifier.isPublic(type.modifiers())) {
            reasons.add("it is not public");
        }
        if (type.kind() == ClassShape.Kind.CLASS && Modifier.isAbstract(type.modifiers())) {
            reasons.add("it is abstract");
        }
        if (type.nesting() == ClassShape.Nesting.MEMBER && !Modifier.isStatic(type.modifiers())) {
            reasons.add("it is an inner class, not a static one");
        }
        if (type.generic()) {
            reasons.add("it has type parameters");
        }
        for (ClassShape.Enclosing enclosing : type.enclosing()) {
            if (!enclosing.isPublic()) {
                reasons.add("it is nested in " + enclosing.name() + ", which is not public");
            }
        }
        return reasons;
    }
}
