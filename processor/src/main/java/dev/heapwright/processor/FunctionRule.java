package dev.heapwright.processor;

import dev.heapwright.core.contract.Contract;
import dev.heapwright.core.contract.ContractFunction;
import dev.heapwright.diagnostic.Diagnostic;
import dev.heapwright.diagnostic.DiagnosticId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/**
 * An allocator has the functions of the contract, declared in the class itself exactly as the contract has them.
 * Methods of the same name with other parameters may stand beside them.
 */
final class FunctionRule {
    private FunctionRule() {}

    /**
     * {@return one finding for all that is missing, then in source order those of each function}
     *
     * @param type the allocator
     * @param lines the line that an element stands in, counted from 1, if that is known
     */
    static List<Finding> check(TypeElement type, Function<Element, OptionalLong> lines) {
        List<ExecutableElement> sourceOrder = ElementFilter.methodsIn(type.getEnclosedElements());
        List<ContractFunction> missing = new ArrayList<>();
        List<FunctionShape> present = new ArrayList<>();
        for (ContractFunction function : Contract.V1.functions()) {
            Optional<FunctionShape> nearest = nearest(candidates(type, function));
            nearest.ifPresent(present::add);
            if (nearest.isEmpty() && function.required()) {
                missing.add(function);
            }
        }
        List<Finding> findings = new ArrayList<>();
        if (!missing.isEmpty()) {
            Map<ContractFunction, String> hints = new HashMap<>();
            NearMisses.find(sourceOrder, missing)
                    .forEach((function, method) -> hints.put(function, hint(function, method, lines.apply(method))));
            findings.add(new Finding(missingFunction(type, missing, hints), type));
        }
        present.stream()
                .sorted(Comparator.comparingInt(shape -> sourceOrder.indexOf(shape.method())))
                .forEach(shape -> {
                    wrongSignature(type, shape).ifPresent(findings::add);
                    if (shape.faults().isEmpty()) {
                        findings.addAll(SwappedParametersRule.check(type, shape));
                    }
                });
        return findings;
    }

    /** {@return whether the type of a function, a parameter or an exception is unknown to the compiler, so far} */
    static boolean isUndefined(TypeElement type) {
        return Contract.V1.functions().stream()
                .flatMap(function -> candidates(type, function).stream())
                .anyMatch(FunctionShape::isUndefined);
    }

    private static List<FunctionShape> candidates(TypeElement type, ContractFunction function) {
        return ElementFilter.methodsIn(type.getEnclosedElements()).stream()
                .filter(method -> method.getSimpleName().contentEquals(function.name()))
                .map(method -> FunctionShape.of(function, method))
                .toList();
    }

    /** The one meant, among overloads: the one with the fewest faults, the first if there are several. */
    private static Optional<FunctionShape> nearest(List<FunctionShape> candidates) {
        return candidates.stream()
                .min(Comparator.comparingInt(shape -> shape.faults().size()));
    }

    private static String hint(ContractFunction function, ExecutableElement method, OptionalLong line) {
        return (line.isPresent() ? "line " + line.getAsLong() + ": " : "")
                + "%s looks like this function; rename it to %s".formatted(method.getSimpleName(), function.name());
    }

    private static Diagnostic missingFunction(
            TypeElement type, List<ContractFunction> missing, Map<ContractFunction, String> hints) {
        Diagnostic diagnostic = Diagnostic.error(
                DiagnosticId.MISSING_FUNCTION,
                missing.size() == 1
                        ? "allocator %s is missing the required function %s"
                                .formatted(
                                        type.getQualifiedName(), missing.get(0).name())
                        : "allocator %s is missing %d required functions"
                                .formatted(type.getQualifiedName(), missing.size()));
        for (ContractFunction function : missing) {
            diagnostic = diagnostic.withDetail(function.stubbedDeclaration());
            if (hints.containsKey(function)) {
                diagnostic = diagnostic.withDetail("  " + hints.get(function));
            }
        }
        String help = missing.size() == 1
                ? "add it with exactly this signature and your own body"
                : "add them with exactly these signatures and your own bodies";
        return diagnostic.withHelp(hints.isEmpty() ? help : help + ", or rename as suggested");
    }

    private static Optional<Finding> wrongSignature(TypeElement type, FunctionShape shape) {
        // A type that does not exist is the compiler's to report.
        if (shape.faults().isEmpty() || shape.isUndefined()) {
            return Optional.empty();
        }
        FunctionShape.Fault first = shape.faults().get(0);
        Diagnostic diagnostic = Diagnostic.error(
                        DiagnosticId.WRONG_SIGNATURE,
                        first.of(
                                type.getQualifiedName() + "." + shape.function().name()))
                .withDetail("required: " + shape.function().declaration())
                .withDetail("found:    " + shape.declaration());
        for (FunctionShape.Fault fault :
                shape.faults().subList(1, shape.faults().size())) {
            diagnostic = diagnostic.withDetail("also: " + fault.text());
        }
        return Optional.of(new Finding(
                diagnostic.withHelp(
                        shape.function().required()
                                ? "declare it as required"
                                : "declare it as required, or rename it: this function is optional"),
                first.place()));
    }
}
