package dev.heapwright.testkit.block;

import static java.util.stream.Collectors.joining;

import dev.heapwright.core.bytecode.ClassFile;
import dev.heapwright.core.bytecode.MalformedClassFileException;
import dev.heapwright.core.contract.ClassShape;
import dev.heapwright.core.contract.Contract;
import dev.heapwright.core.contract.ContractFunction;
import dev.heapwright.core.contract.ContractRules;
import dev.heapwright.core.contract.Violation;
import dev.heapwright.diagnostic.DiagnosticRenderer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * A class that has the functions of the contract. The annotation processor says what is wrong with one that does not; a
 * class that was compiled without it is refused here, by the same rules and in the same words.
 *
 * @param type the class
 * @param optional names of the contract's optional functions that it has
 */
record ReflectedAllocator(Class<?> type, Set<String> optional) {

    /**
     * {@return the class as an allocator class}
     *
     * @throws Defect if it does not keep the contract
     */
    static ReflectedAllocator of(Class<?> type) {
        try {
            Class<?> outermost = type;
            while (outermost.getEnclosingClass() != null) {
                outermost = outermost.getEnclosingClass();
            }
            ClassShape shape = classFile(type).shapeWithin(classFile(outermost));
            List<Violation> errors = ContractRules.errors(shape);
            if (!errors.isEmpty()) {
                throw Defect.of(errors.stream()
                        .map(violation -> DiagnosticRenderer.renderWhole(violation.diagnostic()))
                        .collect(joining("\n")));
            }
            return new ReflectedAllocator(type, ContractRules.optionalFunctions(shape));
        } catch (MalformedClassFileException e) {
            throw new IllegalArgumentException("the class file of " + type.getName() + ": " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ClassFile classFile(Class<?> type) throws IOException, MalformedClassFileException {
        String name = type.getName().substring(type.getName().lastIndexOf('.') + 1);
        try (InputStream in = type.getResourceAsStream(name + ".class")) {
            if (in == null) {
                throw new IllegalArgumentException(
                        "the class loader of " + type.getName() + " has no class file for it");
            }
            return ClassFile.read(in.readAllBytes());
        }
    }

    String name() {
        return Objects.requireNonNullElse(type.getCanonicalName(), type.getName());
    }

    boolean hasFunction(String name) {
        return demanded(name).required() || optional.contains(name);
    }

    Method function(String name) {
        Class<?>[] parameters = new Class<?>[demanded(name).parameters().size()];
        Arrays.fill(parameters, long.class);
        try {
            return type.getMethod(name, parameters);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("the class file of " + type.getName() + " is another class's", e);
        }
    }

    private static ContractFunction demanded(String name) {
        return Contract.V1.function(name).orElseThrow();
    }
}
