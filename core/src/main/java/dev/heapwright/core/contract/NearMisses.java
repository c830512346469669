package dev.heapwright.core.contract;

import dev.heapwright.core.name.EditDistance;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Methods whose names come near to those of missing functions: up to two letters off, in any case of letters and with or
 * without underscores, or the name that the function has in C, Rust or jemalloc. Each method is meant for one function at most, the nearest of the whole contract.
 */
final class NearMisses {
    private static final int FARTHEST = 2;
    private static final int ELSEWHERE = FARTHEST + 1;

    /** The names that functions have elsewhere, {@linkplain #plain in plain letters}. */
    private static final Map<String, String> NAMES_ELSEWHERE = Map.ofEntries(
            Map.entry("malloc", "allocate"),
            Map.entry("calloc", "allocate"),
            Map.entry("alignedalloc", "allocate"),
            Map.entry("posixmemalign", "allocate"),
            Map.entry("memalign", "allocate"),
            Map.entry("mallocx", "allocate"),
            Map.entry("alloc", "allocate"),
            Map.entry("free", "deallocate"),
            Map.entry("alignedfree", "deallocate"),
            Map.entry("sdallocx", "deallocate"),
            Map.entry("dealloc", "deallocate"),
            Map.entry("realloc", "reallocate"),
            Map.entry("rallocx", "reallocate"),
            Map.entry("xallocx", "reallocateInplace"),
            Map.entry("mallocusablesize", "usableSize"),
            Map.entry("nallocx", "usableSize"));

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
                .filter(function -> distance(name, function) <= ELSEWHERE)
                .min(Comparator.<ContractFunction>comparingInt(function -> distance(name, function))
                        .thenComparing(function -> !missing.contains(function)))
                .filter(missing::contains);
    }

    private static int distance(FunctionShape method, ContractFunction function) {
        return distance(method.name(), function);
    }

    /** {@return at most {@link #FARTHEST} for a similar name, {@link #ELSEWHERE} for one from elsewhere, more for any other} */
    private static int distance(String name, ContractFunction function) {
        if (function.name().equals(NAMES_ELSEWHERE.get(plain(name)))) {
            return ELSEWHERE;
        }
        int edits = EditDistance.between(plain(name), plain(function.name()));
        return edits <= FARTHEST ? edits : Integer.MAX_VALUE;
    }

    /** {@return a name in lower case, without underscores and the prefix of Rust's own functions} */
    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replace("_", "").replaceFirst("^rust(?=[adru])", "");
    }
}
