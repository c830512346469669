package dev.heapwright.processor;

import dev.heapwright.core.contract.ContractFunction;
import dev.heapwright.diagnostic.Diagnostic;
import dev.heapwright.diagnostic.DiagnosticId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.lang.model.element.TypeElement;

/**
 * The parameters of a function stand in the contract's order. Their types are all the same, so that only their names
 * can tell: of two that are named for each other's place, one has a name that misleads.
 */
final class SwappedParametersRule {
    /** What people call the contract's parameters, in lower case, without underscores. */
    private static final Map<String, List<String>> NAMES = Map.of(
            "address", List.of("address", "addr", "pointer", "ptr"),
            "oldSize", List.of("oldsize", "oldbytes", "oldlength"),
            "size", List.of("size", "bytes", "length", "newsize", "newbytes", "newlength"),
            "align", List.of("align", "alignment"));

    private SwappedParametersRule() {}

    /**
     * {@return a warning for each two parameters that are named for each other's place, at the first of them}
     *
     * @param type the allocator
     * @param shape of a method without faults
     */
    static List<Finding> check(TypeElement type, FunctionShape shape) {
        List<Integer> meant = shape.method().getParameters().stream()
                .map(parameter -> place(parameter.getSimpleName().toString(), shape.function()))
                .toList();
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < meant.size(); i++) {
            int other = meant.get(i);
            if (other > i && meant.get(other) == i) {
                findings.add(new Finding(
                        swapped(type, shape, i), shape.method().getParameters().get(i)));
            }
        }
        return findings;
    }

    /** {@return the index of the parameter that goes by such a name, or -1} */
    private static int place(String name, ContractFunction function) {
        String plain = name.replace("_", "").toLowerCase(Locale.ROOT);
        for (String parameter : function.parameters()) {
            if (NAMES.getOrDefault(parameter, List.of()).contains(plain)) {
                return function.parameters().indexOf(parameter);
            }
        }
        // A function with one size has no need to say which.
        return NAMES.getOrDefault("size", List.of()).contains(plain)
                ? function.parameters().indexOf("oldSize")
                : -1;
    }

    private static Diagnostic swapped(TypeElement type, FunctionShape shape, int first) {
        return Diagnostic.warning(
                        DiagnosticId.SWAPPED_PARAMETERS,
                        "%s.%s has %s where %s belongs, and vice versa"
                                .formatted(
                                        type.getQualifiedName(),
                                        shape.function().name(),
                                        shape.method()
                                                .getParameters()
                                                .get(first)
                                                .getSimpleName(),
                                        shape.function().parameters().get(first)))
                .withDetail("required: " + shape.function().declaration())
                .withDetail("found:    " + shape.declaration())
                .withHelp("callers pass arguments in the required order, whatever the names: if the body relies on")
                .withHelp("the names, swap the parameters; if it relies on the order, rename them");
    }
}
