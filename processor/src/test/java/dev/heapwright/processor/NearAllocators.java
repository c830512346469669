package dev.heapwright.processor;

import dev.heapwright.core.contract.Contract;
import dev.heapwright.core.contract.ContractFunction;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/**
 * Random classes that are allocators or nearly are: an allocator with up to three changes, in one of many kinds of
 * type.
 */
final class NearAllocators {
    private static final List<String> TYPES =
            List.of("long", "int", "double", "boolean", "Long", "String", "long[]", "Object");

    private NearAllocators() {}

    /**
     * A method, each part as source.
     *
     * @param parameters types with names
     * @param exceptions empty, or the {@code throws} clause with a space before it
     */
    private record Method(
            String modifiers,
            String typeParameters,
            String returnType,
            String name,
            List<String> parameters,
            String exceptions) {

        static Method of(ContractFunction function) {
            return new Method(
                    "public static",
                    "",
                    function.returnType(),
                    function.name(),
                    function.parameters().stream().map(each -> "long " + each).toList(),
                    "");
        }

        Method withModifiers(String other) {
            return new Method(other, typeParameters, returnType, name, parameters, exceptions);
        }

        Method withTypeParameters(String other) {
            return new Method(modifiers, other, returnType, name, parameters, exceptions);
        }

        Method withReturnType(String other) {
            return new Method(modifiers, typeParameters, other, name, parameters, exceptions);
        }

        Method withName(String other) {
            return new Method(modifiers, typeParameters, returnType, other, parameters, exceptions);
        }

        Method withExceptions(String other) {
            return new Method(modifiers, typeParameters, returnType, name, parameters, other);
        }

        Method withParameter(int index, String type) {
            List<String> changed = new ArrayList<>(parameters);
            int at = index % changed.size();
            changed.set(at, type + changed.get(at).substring(changed.get(at).lastIndexOf(' ')));
            return new Method(modifiers, typeParameters, returnType, name, changed, exceptions);
        }

        Method withMore(String type) {
            List<String> changed = new ArrayList<>(parameters);
            changed.add(type + " more");
            return new Method(modifiers, typeParameters, returnType, name, changed, exceptions);
        }

        Method withFewer() {
            List<String> fewer = parameters.subList(0, parameters.size() - 1);
            return new Method(modifiers, typeParameters, returnType, name, fewer, exceptions);
        }

        Method withLastVariable() {
            return withParameter(parameters.size() - 1, "long...");
        }

        String text() {
            String generic = typeParameters.isEmpty() ? "" : typeParameters + " ";
            return "%s %s%s %s(%s)%s %s"
                    .formatted(modifiers, generic, returnType, name, String.join(", ", parameters), exceptions, body());
        }

        private String body() {
            if (modifiers.contains("native")) {
                return ";";
            }
            return switch (returnType) {
                case "void" -> "{}";
                case "boolean" -> "{ return false; }";
                case "long", "int", "double" -> "{ return 0; }";
                default -> "{ return null; }";
            };
        }
    }

    /** {@return the sources} */
    static Arbitrary<String> sources() {
        return Combinators.combine(methods(), heads(), packages()).as((methods, head, packageDeclaration) -> {
            String body = methods.stream().map(Method::text).collect(Collectors.joining("\n    ", "\n    ", "\n"));
            return packageDeclaration
                    + head.replace("@Allocator", "@dev.heapwright.annotations.Allocator")
                            .replace("BODY", body);
        });
    }

    private static Arbitrary<String> packages() {
        return Arbitraries.frequency(Tuple.of(20, "package com.acme;\n"), Tuple.of(1, ""));
    }

    /** The code around the methods. The file is named after the first declaration that has its own line. */
    private static Arbitrary<String> heads() {
        return Arbitraries.frequencyOf(
                Tuple.of(4, Arbitraries.just("@Allocator\npublic final class Pool {BODY}\n")),
                Tuple.of(
                        2,
                        Combinators.combine(
                                        Arbitraries.of("public ", "public final ", ""),
                                        Arbitraries.of("class", "record", "enum", "interface"),
                                        Arbitraries.of(
                                                "public static",
                                                "public static final",
                                                "public",
                                                "static",
                                                "private static",
                                                "protected static",
                                                "public static abstract",
                                                "public static strictfp"))
                                .as((outer, kind, inner) -> outer
                                        + kind + " Outer" + (kind.equals("record") ? "()" : "") + " {\n"
                                        + (kind.equals("enum") ? ";" : "")
                                        + "@Allocator\n" + inner + " class Pool {BODY}\n}\n")),
                Tuple.of(
                        1,
                        Arbitraries.of(
                                "@Allocator\npublic class Pool {BODY}\n",
                                "@Allocator\nclass Pool {BODY}\n",
                                "@Allocator\npublic abstract class Pool {BODY}\n",
                                "@Allocator\npublic record Pool(long first) {BODY}\n",
                                "@Allocator\npublic enum Pool { ONE;BODY}\n",
                                "@Allocator\npublic interface Pool {BODY}\n",
                                "@Allocator\npublic class Pool<T> {BODY}\n",
                                "@Allocator\npublic final class Pool extends com.acme.Base {BODY}\n",
                                "@Allocator\npublic class Pool { private Pool() {} BODY}\n",
                                "public class Outer<T> {\n@Allocator\npublic static class Pool {BODY}\n}\n",
                                "public class Outer<T> {\n@Allocator\npublic class Pool {BODY}\n}\n",
                                "public class Outer {\n@Allocator\npublic record Pool() {BODY}\n}\n",
                                "public class Outer { public static class Middle {\n@Allocator\npublic static class Pool {BODY}\n}\n}\n",
                                "public class Outer { static class Middle {\n@Allocator\npublic static class Pool {BODY}\n}\n}\n")));
    }

    private static Arbitrary<List<Method>> methods() {
        Arbitrary<List<Consumer<List<Method>>>> changes =
                changes().list().ofMinSize(0).ofMaxSize(3);
        return Combinators.combine(Arbitraries.of(true, false), changes, Arbitraries.longs())
                .as((zeroed, chosen, order) -> {
                    List<Method> methods = Contract.V1.functions().stream()
                            .filter(function -> function.required() || zeroed)
                            .map(Method::of)
                            .collect(Collectors.toCollection(ArrayList::new));
                    chosen.forEach(change -> change.accept(methods));
                    Collections.shuffle(methods, new Random(order));
                    return methods;
                });
    }

    /** One change: a method is replaced, removed or added. */
    private static Arbitrary<Consumer<List<Method>>> changes() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 59), others(), Arbitraries.of(0, 1, 1, 1, 1, 1, 2, 2))
                .as((index, other, copies) -> methods -> {
                    Method method = methods.get(index % methods.size());
                    if (copies < 2) {
                        methods.remove(method);
                    }
                    if (copies > 0 || methods.isEmpty()) {
                        methods.add(other.apply(method));
                    }
                });
    }

    private static Arbitrary<UnaryOperator<Method>> others() {
        Arbitrary<Integer> index = Arbitraries.integers().between(0, 3);
        Arbitrary<String> type = Arbitraries.of(TYPES);
        return Arbitraries.oneOf(
                Arbitraries.of(
                                "alocate",
                                "Allocate",
                                "malloc",
                                "free",
                                "realloc",
                                "usablesize",
                                "usableSize",
                                "allocateZeroed")
                        .map(name -> method -> method.withName(name)),
                Arbitraries.of("void", "long", "int", "double", "Long", "String", "long[]")
                        .map(returnType -> method -> method.withReturnType(returnType)),
                Combinators.combine(index, type).as((at, other) -> method -> method.withParameter(at, other)),
                type.map(more -> method -> method.withMore(more)),
                Arbitraries.just(Method::withFewer),
                Arbitraries.just(Method::withLastVariable),
                Arbitraries.of(
                                "public static native",
                                "public static final",
                                "public static synchronized",
                                "static public",
                                "public static strictfp",
                                "private static",
                                "protected static",
                                "static",
                                "public",
                                "public final",
                                "private static native")
                        .map(modifiers -> method -> method.withModifiers(modifiers)),
                Arbitraries.of(
                                " throws Exception",
                                " throws Throwable",
                                " throws java.io.IOException",
                                " throws IllegalStateException",
                                " throws Error, RuntimeException",
                                " throws OutOfMemoryError, InterruptedException",
                                " throws com.acme.Base.Unchecked",
                                " throws com.acme.Base.Checked")
                        .map(exceptions -> method -> method.withExceptions(exceptions)),
                Arbitraries.of("<T>", "<X extends Exception>", "<N extends Number, M>")
                        .map(typeParameters -> method -> method.withTypeParameters(typeParameters)),
                Arbitraries.just(method -> method.withTypeParameters("<X extends RuntimeException>")
                        .withExceptions(" throws X")));
    }
}
