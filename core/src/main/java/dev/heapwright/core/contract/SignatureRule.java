package dev.heapwright.core.contract;

import static java.util.stream.Collectors.joining;

import dev.heapwright.diagnostic.Diagnostic;
import dev.heapwright.diagnostic.DiagnosticId;
import java.lang.reflect.Modifier;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A function is declared exactly as the contract has it. Methods of the same name with other parameters may stand beside
 * it.
 */
final class SignatureRule implements ContractRule {

    /**
     * {@return a violation for each function that the class has, though declared in another way} Several that are not static
     * are one: the class was written to be instantiated.
     */
    @Override
    public List<Violation> check(ClassShape type) {
        List<FunctionMatch> wrong = Contract.V1.functions().stream()
                .map(function -> FunctionMatch.nearest(type, function))
                .flatMap(Optional::stream)
                .filter(match -> !match.differences().isEmpty())
                .toList();
        List<FunctionMatch> instance = wrong.stream()
                .filter(match -> !Modifier.isStatic(match.method().modifiers()))
                .toList();
        if (instance.size() < 2) {
            return wrong.stream().map(match -> violation(type, match)).toList();
        }
        return Stream.concat(
                        Stream.of(instanceStyle(type, instance)),
                        wrong.stream()
                                .filter(match -> !instance.contains(match))
                                .map(match -> violation(type, match)))
                .toList();
    }

    private static Violation instanceStyle(ClassShape type, List<FunctionMatch> functions) {
        List<FunctionMatch> sorted = functions.stream()
                .sorted(Comparator.comparingInt(FunctionMatch::position))
                .toList();
        Diagnostic diagnostic = Diagnostic.error(
                DiagnosticId.WRONG_SIGNATURE,
                "%s has %d functions that are not static; an allocator is never instantiated"
                        .formatted(type.name(), functions.size()));
        for (FunctionMatch match : sorted) {
            diagnostic = withDifference(diagnostic, match);
        }
        return new Violation(
                withHelp(
                        diagnostic,
                        Stream.concat(
                                Stream.of("declare them as shown, and make the fields that they use static"),
                                sorted.stream()
                                        .map(BodyHelp::of)
                                        .flatMap(List::stream)
                                        .distinct())),
                new Part.OfFunction(sorted.get(0).position(), Part.Element.MODIFIERS, 0));
    }

    private static Violation violation(ClassShape type, FunctionMatch match) {
        FunctionMatch.Difference first = match.differences().get(0);
        Diagnostic diagnostic = withDifference(
                Diagnostic.error(
                        DiagnosticId.WRONG_SIGNATURE,
                        first.of(type.name() + "." + match.function().name())),
                match);
        String help = match.function().required()
                ? "declare it as shown"
                : "declare it as shown, or rename it: this function is optional";
        return new Violation(
                withHelp(diagnostic, Stream.concat(Stream.of(help), BodyHelp.of(match).stream())),
                new Part.OfFunction(match.position(), first.element(), first.index()));
    }

    private static Diagnostic withDifference(Diagnostic diagnostic, FunctionMatch match) {
        return diagnostic.withDetail(String.join("\n", match.difference()));
    }

    private static Diagnostic withHelp(Diagnostic diagnostic, Stream<String> lines) {
        return diagnostic.withHelp(lines.collect(joining("\n")));
    }
}
