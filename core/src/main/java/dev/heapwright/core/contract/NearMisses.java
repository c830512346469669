package dev.heapwright.core.contract;

import dev.heapwright.core.name.EditDistance;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Methods whose names come near to those of missing functions: up to two letters off, in any case of letters, or C's
 * name for the function. Each method is meant for one function at most, the nearest of the whole contract.
 */
final class NearMisses {
    private static final int FARTHEST = 2;
    private static final int C_NAME = FARTHEST + 1;
    private static final Map<String, String> C_NAMES =
            Map.of("malloc", "allocate", "calloc", "allocate", "free", "deallocate", "realloc", "reallocate");

    private NearMisses() {}

    /**
     * {@return the method that is nearest to each missing function, where there is one}
     *
     * @param methods of the class, in source order, which is also the order among equally near ones
     * @param missing functions that no method bears the name of
     */
    static Map<ContractFunction, FunctionShape> find(List<FunctionShape> methods, List<ContractFunction> missing) {
        Map<ContractFunction, FunctionShape> found = new HashMap<>();
        for (FunctionShape method : methods) {
            String name = method.name();
            // One of the contract's own names is nearest to itself, which is not missing then.
            nearest(name, missing)
                    .ifPresent(function -> found.merge(
                            function,
                            method,
                            (first, second) ->
                                    distance(second, function) < distance(first, function) ? second : first));
        }
        return found;
    }

    /** The function that a name is nearest to, if that one is missing: of two equally near ones, the missing one. */
    private static Optional<ContractFunction> nearest(String name, List<ContractFunction> missing) {
        return Contract.V1.functions().stream()
                .filter(function -> distance(name, function) <= C_NAME)
                .min(Comparator.<ContractFunction>comparingInt(function -> distance(name, function))
                        .thenComparing(function -> !missing.contains(function)))
                .filter(missing::contains);
    }

    private static int distance(FunctionShape method, ContractFunction function) {
        return distance(method.name(), function);
    }

    /** {@return at most {@link #FARTHEST} for a similar name, {@link #C_NAME} for C's, more for any other} */
    private static int distance(String name, ContractFunction function) {
        if (function.name().equals(C_NAMES.get(name))) {
            return C_NAME;
        }
        int edits = EditDistance.between(
                name.toLowerCase(Locale.ROOT), function.name().toLowerCase(Locale.ROOT));
        return edits <= FARTHEST ? edits : Integer.MAX_VALUE;
    }
}
