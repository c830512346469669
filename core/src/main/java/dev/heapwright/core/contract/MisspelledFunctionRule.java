package dev.heapwright.core.contract;

import dev.heapwright.core.contract.Part.Element;
import dev.heapwright.core.name.EditDistance;
import dev.heapwright.diagnostic.Diagnostic;
import dev.heapwright.diagnostic.DiagnosticId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * An optional function has its name: one with another is never called, and nobody misses it. Where required functions are
 * missing, {@link MissingFunctionRule} says which method may be meant.
 */
final class MisspelledFunctionRule implements ContractRule {
    private static final int FARTHEST = 2;

    /** {@return a warning for each method that is declared like an optional function under a name that comes near to it} */
    @Override
    public List<Violation> check(ClassShape type) {
        List<Violation> violations = new ArrayList<>();
        for (ContractFunction function : Contract.V1.functions()) {
            if (function.required() && !has(type, function)) {
                return List.of();
            } else if (!function.required() && !has(type, function)) {
                violations.addAll(misspelled(type, function));
            }
        }
        return violations;
    }

    private static boolean has(ClassShape type, ContractFunction function) {
        return type.functions().stream().anyMatch(method -> method.name().equals(function.name()));
    }

    private static List<Violation> misspelled(ClassShape type, ContractFunction function) {
        List<Violation> violations = new ArrayList<>();
        for (int i = 0; i < type.functions().size(); i++) {
            FunctionShape method = type.functions().get(i);
            FunctionMatch match = FunctionMatch.of(function, i, method);
            if (match.differences().isEmpty() && isNear(method.name(), function.name())) {
                violations.add(new Violation(diagnostic(type, match), new Part.OfFunction(i, Element.WHOLE, 0)));
            }
        }
        return violations;
    }

    /** Up to two letters off, in any case of letters; short and long forms of the verb are the same, and C has its own. */
    private static boolean isNear(String name, String function) {
        String plain = name.replace("_", "").toLowerCase(Locale.ROOT).replaceFirst("^(?:m|c)?alloc(?!ate)", "allocate");
        return name.equals("calloc") || EditDistance.between(plain, function.toLowerCase(Locale.ROOT)) <= FARTHEST;
    }

    private static Diagnostic diagnostic(ClassShape type, FunctionMatch match) {
        String name = match.function().name();
        return Diagnostic.warning(
                        DiagnosticId.MISSING_FUNCTION,
                        "%s.%s looks like the optional function %s, and is never called under this name"
                                .formatted(type.name(), match.method().name(), name))
                .withDetail("optional: " + match.function().declaration())
                .withDetail("found:    " + match.method().declaration())
                .withHelp("rename it to %s: without that function, the heap clears each block itself".formatted(name))
                .withHelp("if it does something else, choose a name that is less similar");
    }
}
