package dev.heapwright.linker.source;

import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import dev.heapwright.core.contract.Contract;
import dev.heapwright.core.contract.ContractFunction;
import java.util.Set;
import java.util.stream.Collectors;

/** Which of the contract's optional functions a type declares as the contract demands, as far as source shows it. */
final class OptionalFunctions {
    private OptionalFunctions() {}

    /** {@return their names} */
    static Set<String> declaredBy(TypeDeclaration<?> type) {
        return Contract.V1.functions().stream()
                .filter(function -> !function.required())
                .filter(function ->
                        type.getMethodsByName(function.name()).stream().anyMatch(method -> isLike(function, method)))
                .map(ContractFunction::name)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** What it throws is not looked at: whether an exception is checked, a name does not tell. */
    private static boolean isLike(ContractFunction function, MethodDeclaration method) {
        return method.isPublic()
                && method.isStatic()
                && method.getTypeParameters().isEmpty()
                && method.getType().asString().equals(function.returnType())
                && method.getParameters().size() == function.parameters().size()
                && method.getParameters().stream()
                        .allMatch(parameter -> !parameter.isVarArgs()
                                && parameter.getType().asString().equals("long"));
    }
}
