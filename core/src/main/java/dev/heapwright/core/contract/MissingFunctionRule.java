package dev.heapwright.core.contract;

import dev.heapwright.diagnostic.Diagnostic;
import dev.heapwright.diagnostic.DiagnosticId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An allocator has the required functions, declared in the class itself. */
final class MissingFunctionRule implements ContractRule {

    /**
     * {@return one violation for all functions that no method has the name of, or none} What it shows can be pasted as a
     * whole.
     */
    @Override
    public List<Violation> check(ClassShape type) {
        List<ContractFunction> missing = Contract.V1.functions().stream()
                .filter(ContractFunction::required)
                .filter(function -> type.functions().stream()
                        .noneMatch(method -> method.name().equals(function.name())))
                .toList();
        return missing.isEmpty() ? List.of() : List.of(Violation.ofClass(diagnostic(type, missing)));
    }

    private static Diagnostic diagnostic(ClassShape type, List<ContractFunction> missing) {
        Diagnostic diagnostic = Diagnostic.error(
                DiagnosticId.MISSING_FUNCTION,
                "allocator %s is missing %s"
                        .formatted(
                                type.name(),
                                missing.size() == 1
                                        ? "the required function "
                                                + missing.get(0).name()
                                        : missing.size() + " required functions"));
        InheritedFunctions inherited = InheritedFunctions.of(type, missing);
        List<ContractFunction> unwritten = missing.stream()
                .filter(function -> !inherited.functions().contains(function))
                .toList();
        Map<ContractFunction, FunctionShape> similar = NearMisses.find(type.functions(), unwritten);
        for (ContractFunction function : missing) {
            diagnostic = diagnostic.withDetail(
                    inherited.forwardingDeclaration(function).orElseGet(function::stubbedDeclaration));
            Optional<String> hint = Optional.ofNullable(similar.get(function)).map(method -> hint(method, function));
            if (hint.isPresent()) {
                diagnostic = diagnostic.withDetail("  // " + hint.get());
            }
        }
        for (String line : inherited.help()) {
            diagnostic = diagnostic.withHelp(line);
        }
        return unwritten.isEmpty()
                ? diagnostic
                : diagnostic.withHelp(help(unwritten, !inherited.functions().isEmpty(), !similar.isEmpty()));
    }

    private static String help(List<ContractFunction> unwritten, boolean amongOthers, boolean similar) {
        String help = unwritten.size() == 1
                ? "add %s with exactly this signature and your own body"
                        .formatted(amongOthers ? unwritten.get(0).name() : "it")
                : "add %s with exactly these signatures and your own bodies"
                        .formatted(amongOthers ? "the others" : "them");
        return similar ? help + ", or rename as suggested" : help;
    }

    private static String hint(FunctionShape method, ContractFunction function) {
        String line =
                method.source().map(source -> "line " + source.line() + ": ").orElse("");
        return line + "%s looks like this function; rename it to %s".formatted(method.name(), function.name());
    }
}
