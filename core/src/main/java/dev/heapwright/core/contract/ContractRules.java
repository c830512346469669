package dev.heapwright.core.contract;

import dev.heapwright.diagnostic.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Compares a class with the contract. The annotation processor, the readers of class files and of sources, and the test
 * kit all ask here, so that they agree:
 *
 * <ol>
 * <li>The class is one whose static functions another package can call ({@link AllocatorClassRule}).
 * <li>It has the required functions ({@link MissingFunctionRule}).
 * <li>They are declared as required, and so are the optional ones that it has ({@link SignatureRule}).
 * <li>No method is declared like an optional function under a similar name ({@link MisspelledFunctionRule}, a warning).
 * <li>Their parameters are not named for each other's place ({@link SwappedParametersRule}, a warning).
 * </ol>
 */
public final class ContractRules {
    private static final AllocatorClassRule CLASS = new AllocatorClassRule();
    private static final List<ContractRule> FUNCTIONS = List.of(
            new MissingFunctionRule(), new SignatureRule(), new MisspelledFunctionRule(), new SwappedParametersRule());

    private ContractRules() {}

    /**
     * {@return all that is wrong with a class: first what concerns the class, then function by function in the order of
     * the declaration}
     *
     * @param type annotated as an allocator, or named as one
     */
    public static List<Violation> violations(ClassShape type) {
        List<Violation> violations = new ArrayList<>(CLASS.check(type));
        // An interface, enum or record has to be rewritten anyway; only a class is asked for its functions.
        if (type.kind() == ClassShape.Kind.CLASS) {
            FUNCTIONS.forEach(rule -> violations.addAll(rule.check(type)));
        }
        violations.sort(Comparator.comparingInt(Violation::position));
        return List.copyOf(violations);
    }

    /**
     * {@return what is wrong with a class so that it is no allocator: {@link #violations} without the warnings}
     *
     * @param type annotated as an allocator, or named as one
     */
    public static List<Violation> errors(ClassShape type) {
        return violations(type).stream()
                .filter(violation -> violation.diagnostic().severity() == Severity.ERROR)
                .toList();
    }

    /**
     * {@return the names of the contract's optional functions that a class has, declared as the contract says}
     *
     * @param type of an allocator
     */
    public static Set<String> optionalFunctions(ClassShape type) {
        return Contract.V1.functions().stream()
                .filter(function -> !function.required())
                .filter(function -> FunctionMatch.nearest(type, function)
                        .filter(match -> match.differences().isEmpty())
                        .isPresent())
                .map(ContractFunction::name)
                .collect(Collectors.toUnmodifiableSet());
    }
}
