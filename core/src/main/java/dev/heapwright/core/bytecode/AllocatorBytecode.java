package dev.heapwright.core.bytecode;

import dev.heapwright.core.contract.Contract;
import dev.heapwright.core.contract.ContractFunction;
import dev.heapwright.core.name.ClassName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.objectweb.asm.Opcodes;

/**
 * Holds a class file against the contract. The processor has done so with the source and explained what was wrong;
 * here it is only asked whether the compiled class is what its marker says.
 */
public final class AllocatorBytecode {
    private AllocatorBytecode() {}

    /**
     * Tells why a class is not the allocator that a marker names.
     *
     * @param type the class that the marker names
     * @param file what was found at {@code type.classFile()}
     * @return a clause each, the first about the class; empty if it is that allocator
     */
    public static List<String> problems(ClassName type, ClassFile file) {
        List<String> problems = new ArrayList<>();
        if (!file.name().equals(type.binary()) || !file.canonicalName().equals(type.canonical())) {
            problems.add("the class file declares " + file.canonicalName());
        }
        if (!file.annotations().contains(Contract.ALLOCATOR_ANNOTATION)) {
            problems.add("the class is not annotated @Allocator");
        }
        if (!isFit(file)) {
            problems.add("the class must be public, concrete, non-generic, and static if nested");
        }
        for (ContractFunction function : Contract.V1.functions()) {
            if (!has(file, function) && (function.required() || hasNamesake(file, function))) {
                problems.add("the class is missing the function " + function.declaration());
            }
        }
        return problems;
    }

    /**
     * {@return whether a class file has a function exactly as the contract demands}
     *
     * @param file of an allocator class
     * @param function required or optional
     */
    public static boolean has(ClassFile file, ContractFunction function) {
        int demanded = Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC;
        return method(file, function)
                .filter(method -> (method.access() & demanded) == demanded)
                .filter(method ->
                        !method.generic() && method.exceptions().stream().noneMatch(AllocatorBytecode::isChecked))
                .isPresent();
    }

    private static boolean isFit(ClassFile file) {
        boolean nested = !file.canonicalName().equals(file.name());
        int demanded = Opcodes.ACC_PUBLIC | (nested ? Opcodes.ACC_STATIC : 0);
        int refused = Opcodes.ACC_INTERFACE | Opcodes.ACC_ABSTRACT | Opcodes.ACC_ENUM;
        return (file.access() & (demanded | refused)) == demanded && !file.generic();
    }

    private static boolean isChecked(String exception) {
        try {
            Class<?> type = Class.forName(exception, false, ClassLoader.getPlatformClassLoader());
            return !RuntimeException.class.isAssignableFrom(type) && !Error.class.isAssignableFrom(type);
        } catch (ClassNotFoundException | LinkageError e) {
            // Not one of Java's own: what it extends is not in this file, and the glue's compiler sees it.
            return false;
        }
    }

    private static Optional<ClassFile.Method> method(ClassFile file, ContractFunction function) {
        return file.methods().stream()
                .filter(method -> method.name().equals(function.name()))
                .filter(method -> method.descriptor().equals(function.descriptor()))
                .findFirst();
    }

    private static boolean hasNamesake(ClassFile file, ContractFunction function) {
        return file.methods().stream().anyMatch(method -> method.name().equals(function.name()));
    }
}
