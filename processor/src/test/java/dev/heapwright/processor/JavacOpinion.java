package dev.heapwright.processor;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.heapwright.core.bytecode.ClassFile;
import dev.heapwright.core.bytecode.MalformedClassFileException;
import dev.heapwright.core.contract.Contract;
import dev.heapwright.core.contract.ContractFunction;
import dev.heapwright.core.contract.ContractRules;
import dev.heapwright.testing.Javac;
import dev.heapwright.testing.JavacResult;
import dev.heapwright.testing.Source;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import javax.tools.Diagnostic;

/**
 * Javac's opinion of an allocator, without the processor, in two parts:
 *
 * <ol>
 * <li>Whether glue, a class of another package that plainly calls each function, compiles against it. If so, the class
 *     and its functions are accessible and static, take longs, and throw no checked exceptions.
 * <li>Whether the class file, as reflection shows it, keeps the rules that a call cannot reveal: a call converts (int
 *     to long, long to double or to Object), infers type parameters, wraps varargs, finds inherited functions, and
 *     works whether or not the class is concrete, generic, an inner class, or a class at all.
 * </ol>
 *
 * <p>Neither the processor nor the language model that it works on is involved.
 */
enum JavacOpinion {
    /** Neither right nor wrong: the source itself does not compile. */
    NO_JAVA,
    REFUSED,
    ACCEPTED;

    private static final String GLUE = "com/acme/glue/Glue.java";

    /**
     * {@return the opinion}
     *
     * @param binaryName of the class that may be an allocator
     * @param sources its own and those that it uses, by path
     */
    static JavacOpinion of(String binaryName, Map<String, String> sources) {
        boolean zeroed = sources.values().stream().anyMatch(source -> source.contains(" allocateZeroed("));
        List<ContractFunction> functions = Contract.V1.functions().stream()
                .filter(function -> function.required() || zeroed)
                .toList();
        Map<String, String> all = new HashMap<>(sources);
        all.put(GLUE, glue(binaryName.replace('$', '.'), functions));

        JavacResult result = Javac.withClassPath(Compilation.ANNOTATIONS)
                .withOptions(Javac.JAVA_BASE)
                .compile(all.entrySet().stream()
                        .map(source -> Source.of(source.getKey(), source.getValue()))
                        .toList());
        if (!result.succeeded()) {
            boolean glueOnly = result.diagnostics().stream()
                    .filter(each -> each.getKind() == Diagnostic.Kind.ERROR)
                    .allMatch(each -> each.getSource() != null
                            && each.getSource().getName().endsWith(GLUE));
            return glueOnly ? REFUSED : NO_JAVA;
        }
        Class<?> type = result.load(binaryName);
        boolean accepted = isPlainClass(type) && functions.stream().allMatch(function -> hasExactly(type, function));
        assertEquals(accepted, isRightInItsClassFile(binaryName, result.classes()), sources.toString());
        return accepted ? ACCEPTED : REFUSED;
    }

    /** Whoever reads the class file must come to the same opinion. */
    private static boolean isRightInItsClassFile(String binaryName, Map<String, byte[]> classes) {
        try {
            ClassFile file = ClassFile.read(Objects.requireNonNull(classes.get(binaryName)));
            ClassFile outermost = ClassFile.read(Objects.requireNonNull(classes.get(file.outermost())));
            return ContractRules.errors(file.shapeWithin(outermost)).isEmpty();
        } catch (MalformedClassFileException e) {
            throw new AssertionError(e);
        }
    }

    private static String glue(String name, List<ContractFunction> functions) {
        return functions.stream()
                .map(function -> "  static %s { %s%s.%s(%s); }\n"
                        .formatted(
                                function.signature(),
                                function.returnType().equals("void") ? "" : "return ",
                                name,
                                function.name(),
                                String.join(", ", function.parameters())))
                .collect(joining("", "package com.acme.glue;\nfinal class Glue {\n", "}\n"));
    }

    private static boolean isPlainClass(Class<?> type) {
        return !type.isInterface()
                && !type.isEnum()
                && !type.isRecord()
                && !Modifier.isAbstract(type.getModifiers())
                && (type.getDeclaringClass() == null || Modifier.isStatic(type.getModifiers()))
                && type.getTypeParameters().length == 0;
    }

    private static boolean hasExactly(Class<?> type, ContractFunction function) {
        Class<?>[] longs = IntStream.range(0, function.parameters().size())
                .mapToObj(i -> long.class)
                .toArray(Class<?>[]::new);
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> method.getName().equals(function.name()))
                .filter(method -> Arrays.equals(method.getParameterTypes(), longs))
                .filter(method -> method.getReturnType().getName().equals(function.returnType()))
                .map(Method::getTypeParameters)
                .anyMatch(typeParameters -> typeParameters.length == 0);
    }
}
