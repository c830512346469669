package dev.heapwright.core.contract;

import dev.heapwright.diagnostic.Diagnostic;
import dev.heapwright.diagnostic.DiagnosticId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A function is declared exactly as the contract has it. Methods of the same name with other parameters may stand beside
 * it.
 */
final class SignatureRule implements ContractRule {

    /** {@return a violation for each function that the class has, though declared in another way} */
    @Override
    public List<Violation> check(ClassShape type) {
        return Contract.V1.functions().stream()
                .map(function -> FunctionMatch.nearest(type, function))
                .flatMap(Optional::stream)
                .flatMap(match -> violation(type, match))
                .toList();
    }

    private static Stream<Violation> violation(ClassShape type, FunctionMatch match) {
        if (match.faults().isEmpty()) {
            return Stream.empty();
        }
        FunctionMatch.Fault first = match.faults().get(0);
        Diagnostic diagnostic = Diagnostic.error(
                        DiagnosticId.WRONG_SIGNATURE,
                        first.of(type.name() + "." + match.function().name()))
                .withDetail("required: " + match.function().declaration())
                .withDetail("found:    " + match.method().declaration());
        for (FunctionMatch.Fault fault :
                match.faults().subList(1, match.faults().size())) {
            diagnostic = diagnostic.withDetail("also: " + fault.text());
        }
        return Stream.of(new Violation(
                diagnostic.withHelp(
                        match.function().required()
                                ? "declare it as required"
                                : "declare it as required, or rename it: this function is optional"),
                new Part.OfFunction(match.position(), first.element(), first.index())));
    }
}
