package dev.heapwright.core.contract;

import dev.heapwright.diagnostic.Diagnostic;
import dev.heapwright.diagnostic.DiagnosticId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The parameters of a function are in the contract's order. As they all have the same type, only their names can reveal
 * a mistake: if each of two has the name of the other, they were probably swapped.
 */
final class SwappedParametersRule implements ContractRule {
    /** What people call the contract's parameters, in lower case, without underscores. */
    private static final Map<String, List<String>> NAMES = Map.of(
            "address", List.of("address", "addr", "pointer", "ptr"),
            "oldSize", List.of("oldsize", "oldbytes", "oldlength"),
            "size", List.of("size", "bytes", "length", "newsize", "newbytes", "newlength"),
            "align", List.of("align", "alignment"));

    /** {@return a warning for each two parameters that are named for each other's place, at the first of them} */
    @Override
    public List<Violation> check(ClassShape type) {
        return Contract.V1.functions().stream()
                .map(function -> FunctionMatch.nearest(type, function))
                .flatMap(Optional::stream)
                .filter(match -> match.differences().isEmpty())
                .flatMap(match -> violations(type, match))
                .toList();
    }

    private static Stream<Violation> violations(ClassShape type, FunctionMatch match) {
        return swapped(match).stream()
                .map(i -> new Violation(
                        diagnostic(type, match, i), new Part.OfFunction(match.position(), Part.Element.PARAMETER, i)));
    }

    /** {@return the index of the first of each two parameters that are named for each other's place} */
    static List<Integer> swapped(FunctionMatch match) {
        List<Integer> meant = match.method().parameters().stream()
                .map(parameter -> place(parameter.name(), match.function()))
                .toList();
        return IntStream.range(0, meant.size())
                .filter(i -> meant.get(i) > i && meant.get(i) < meant.size() && meant.get(meant.get(i)) == i)
                .boxed()
                .toList();
    }

    /** {@return the index of the parameter with such a name, or -1} */
    private static int place(String name, ContractFunction function) {
        String plain = name.replace("_", "").toLowerCase(Locale.ROOT);
        for (String parameter : function.parameters()) {
            if (NAMES.getOrDefault(parameter, List.of()).contains(plain)) {
                return function.parameters().indexOf(parameter);
            }
        }
        // A function with a single size need not say which.
        return NAMES.getOrDefault("size", List.of()).contains(plain)
                ? function.parameters().indexOf("oldSize")
                : -1;
    }

    private static Diagnostic diagnostic(ClassShape type, FunctionMatch match, int first) {
        return Diagnostic.warning(
                        DiagnosticId.SWAPPED_PARAMETERS,
                        "%s.%s has %s where %s belongs, and vice versa"
                                .formatted(
                                        type.name(),
                                        match.function().name(),
                                        match.method().parameters().get(first).name(),
                                        match.function().parameters().get(first)))
                .withDetail("required: " + match.function().declaration())
                .withDetail("found:    " + match.method().declaration())
                .withHelp("callers pass arguments in the required order, whatever the names: if the body relies on")
                .withHelp("the names, swap the parameters; if it relies on the order, rename them");
    }
}
