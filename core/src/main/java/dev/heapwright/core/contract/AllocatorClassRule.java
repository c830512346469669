package dev.heapwright.core.contract;

import dev.heapwright.diagnostic.Diagnostic;
import dev.heapwright.diagnostic.DiagnosticId;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;

/** An allocator is a class whose static functions glue in another package can call. */
final class AllocatorClassRule implements ContractRule {

    /**
     * What is wrong with a class.
     *
     * @param text what it is, after the name of the class
     * @param help what to do
     */
    private record Reason(String text, String help) {}

    /** {@return one violation that lists all that is wrong with the class as a class, or none} */
    @Override
    public List<Violation> check(ClassShape type) {
        List<Reason> reasons = reasons(type);
        if (reasons.isEmpty()) {
            return List.of();
        }
        Diagnostic diagnostic = Diagnostic.error(
                DiagnosticId.NOT_AN_ALLOCATOR_CLASS,
                type.name() + " cannot be an allocator: " + reasons.get(0).text());
        for (Reason reason : reasons.subList(1, reasons.size())) {
            diagnostic = diagnostic.withDetail("and " + reason.text());
        }
        for (Reason reason : reasons) {
            diagnostic = diagnostic.withHelp(reason.help());
        }
        return List.of(Violation.ofClass(diagnostic));
    }

    private static List<Reason> reasons(ClassShape type) {
        List<Reason> reasons = new ArrayList<>();
        if (type.kind() != ClassShape.Kind.CLASS) {
            reasons.add(new Reason(
                    "it is " + type.kind().words(), "declare it as a class: it is never instantiated or implemented"));
        }
        if (type.packageName().isEmpty()) {
            reasons.add(new Reason("it is in the unnamed package", "move it to a package, such as com.acme"));
        }
        if (type.nesting() == ClassShape.Nesting.LOCAL) {
            reasons.add(new Reason("it is declared within a method", "move it out of the method"));
        }
        if (!Modifier.isPublic(type.modifiers())) {
            reasons.add(new Reason("it is not public", "make it public: glue in another package calls it"));
        }
        if (type.kind() == ClassShape.Kind.CLASS && Modifier.isAbstract(type.modifiers())) {
            reasons.add(new Reason("it is abstract", "make it final instead of abstract"));
        }
        if (type.nesting() == ClassShape.Nesting.MEMBER && !Modifier.isStatic(type.modifiers())) {
            reasons.add(new Reason("it is an inner class, not a static one", "make it static"));
        }
        if (type.generic()) {
            reasons.add(new Reason("it has type parameters", "remove its type parameters"));
        }
        for (ClassShape.Enclosing enclosing : type.enclosing()) {
            if (!enclosing.isPublic()) {
                reasons.add(new Reason(
                        "it is nested in " + enclosing.name() + ", which is not public",
                        "make " + enclosing.name() + " public"));
            }
        }
        return reasons;
    }
}
