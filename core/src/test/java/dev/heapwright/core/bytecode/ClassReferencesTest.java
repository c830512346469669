package dev.heapwright.core.bytecode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ClassReferencesTest {
    private static final String SOURCE = """
            package com.acme;

            class Base<T> {}
            interface Face {}

            class Pool extends Base<Pool.Argument> implements Face {
                static class Argument {}
                @interface Mark { Class<?> value(); }
                static class Marked {}
                static class Field {}
                static class Parameter {}
                static class Result {}
                static class Thrown extends Exception {}
                static class Called { static void call() {} }
                static class Referred { static void refer() {} }
                static class InLambda { static void call() {} }
                static class Caught extends RuntimeException {}
                static class Literal {}
                static class Made {}
                static class Cast {}
                static class Element {}
                static class Bound {}
                static class Wild {}
                static class Constant { static final int VALUE = 1; }
                static class OnlyNested {}

                @Mark(Marked.class) Field field;

                <T extends Bound> Result use(Parameter parameter, java.util.List<? super Wild> wild, Object object) throws Thrown {
                    Called.call();
                    Runnable referred = Referred::refer;
                    Runnable lambda = () -> InLambda.call();
                    try {
                        object = new Made();
                        object = (Cast) object;
                        object = new Element[1][1];
                        object = Literal.class;
                        object = Constant.VALUE;
                    } catch (Caught caught) {
                    }
                    return null;
                }
            }
            """;

    @Test
    void allReferencedClassesAreFoundButNotMerelyRelatedOnes() throws MalformedClassFileException {
        Map<String, byte[]> files = Compiler.compile("com.acme.Pool", SOURCE);

        Set<String> references = ClassReferences.read(Objects.requireNonNull(files.get("com.acme.Pool")));
        Set<String> own = new TreeSet<>();
        for (String name : references) {
            if (name.startsWith("com.acme.Pool$")) {
                own.add(name.substring("com.acme.Pool$".length()));
            }
        }

        Set<String> all = new TreeSet<>();
        files.keySet().stream()
                .filter(name -> name.startsWith("com.acme.Pool$"))
                .forEach(name -> all.add(name.substring("com.acme.Pool$".length())));
        all.remove("Constant");
        all.remove("OnlyNested");
        assertEquals(all, own);
        assertTrue(references.containsAll(Set.of("com.acme.Base", "com.acme.Face")));
    }

    @Test
    void aNestedClassDoesNotReferenceItsEnclosingClass() throws MalformedClassFileException {
        byte[] nested =
                Objects.requireNonNull(Compiler.compile("com.acme.Pool", SOURCE).get("com.acme.Pool$Called"));
        assertEquals(Set.of("java.lang.Object"), ClassReferences.read(nested));
    }
}
