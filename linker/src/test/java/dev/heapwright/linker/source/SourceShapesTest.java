package dev.heapwright.linker.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.javaparser.ast.body.TypeDeclaration;
import dev.heapwright.core.bytecode.ClassFile;
import dev.heapwright.core.contract.ClassShape;
import dev.heapwright.core.contract.ContractRules;
import dev.heapwright.testing.Javac;
import dev.heapwright.testing.JavacResult;
import dev.heapwright.testing.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Parsed sources say of a class what its class file says, whatever its declaration. */
class SourceShapesTest {
    private static final Javac JAVAC = Javac.withClassPath().withOptions(Javac.JAVA_BASE);

    /** What {@code allocateZeroed} may look like, beside the other functions. */
    private static final List<String> FUNCTIONS = List.of(
            "",
            "public static long allocateZeroed(long size, long align) { return 0; }",
            "public static long allocateZeroed(final long size, @Deprecated long align) { return 0; }",
            "public static native long allocateZeroed(long size, long align);",
            "public static synchronized long allocateZeroed(long size, long align) { return 0; }",
            "public static long allocateZeroed(long align, long size) throws IllegalStateException { return 0; }",
            "static long allocateZeroed(long size, long align) { return 0; }",
            "private static long allocateZeroed(long size, long align) { return 0; }",
            "protected static long allocateZeroed(long size, long align) { return 0; }",
            "public long allocateZeroed(long size, long align) { return 0; }",
            "public final long allocateZeroed(long size, long align) { return 0; }",
            "public static <T, U> long allocateZeroed(long size, long align) { return 0; }",
            "public static int allocateZeroed(long size, long align) { return 0; }",
            "public static void allocateZeroed(long size, long align) {}",
            "public static long[] allocateZeroed(long size, long align) { return null; }",
            "public static long allocateZeroed(long size)[] { return null; }",
            "public static long allocateZeroed(long size, int align) { return 0; }",
            "public static long allocateZeroed(long size, long[] align) { return 0; }",
            "public static long allocateZeroed(long size, long align[]) { return 0; }",
            "public static long allocateZeroed(java.lang.Long size, long align) { return 0; }",
            "public static long allocateZeroed(long... sizes) { return 0; }",
            "public static long allocateZeroed(long size, long... sizes) { return 0; }",
            "public static long allocateZeroed() { return 0; }",
            """
            private static int allocateZeroed(int size) { return 0; }
            public static long allocateZeroed(long size, long align) { return 0; }
            """,
            """
            static int allocateZeroed(int size) { return 0; }
            public static int allocateZeroed(long size, long align) { return 0; }
            """);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "package com.acme; public final class Pool { %s }",
                "package com.acme; class Pool { %s }",
                "package com.acme; public class Pool<T> { %s }",
                "package com.acme; public abstract class Pool { %s }",
                "package com.acme; public sealed class Pool { %s static final class Sub extends Pool {} }",
                "package com.acme; public enum Pool { ONE; %s }",
                "package com.acme; public record Pool(int a) { %s }",
                "package com.acme; public class Outer { public static class Pool { %s } }",
                "package com.acme; public class Outer { public class Pool { %s } }",
                "package com.acme; public class Outer { private static class Pool { %s } }",
                "package com.acme; public class Outer { protected static class Pool { %s } }",
                "package com.acme; class Outer { public static class Pool { %s } }",
                "package com.acme; public interface Outer { class Pool { %s } }",
                "package com.acme; public @interface Outer { abstract class Pool { %s } }",
                "package com.acme; interface Outer { enum Pool { ; %s } }",
                "package com.acme; public class Outer { public record Pool() { %s } }",
                "package com.acme; public class Outer { public enum Pool { ; %s } }",
                "package com.acme; public enum Outer { ; public static class Pool { %s } }",
                "package com.acme; public class Outer { static class Middle { public static class Pool<T> { %s } } }",
                "package com.acme; public class Outer { public interface Middle { class Pool { %s } } }"
            })
    void sourcesAndClassFilesAreJudgedAlike(String type) throws Exception {
        List<String> sources = new ArrayList<>();
        for (String function : FUNCTIONS) {
            // The language does not allow a native method in a record.
            if (!type.contains("record") || !function.contains("native")) {
                sources.add(
                        type.replace("com.acme", "com.acme.p" + sources.size()).formatted(function));
            }
        }
        assertJudgedAlike(sources);
    }

    @Test
    void soAreThoseOfTheUnnamedPackage() throws Exception {
        assertJudgedAlike(List.of("public class Pool { %s }".formatted(FUNCTIONS.get(1))));
    }

    private static void assertJudgedAlike(List<String> sources) throws Exception {
        JavacResult result = JAVAC.compile(
                sources.stream().map(source -> Source.of(file(source), source)).toList());
        assertTrue(result.succeeded(), result::messages);
        for (String source : sources) {
            ClassShape parsed = parsed(source);
            ClassShape compiled = compiled(parsed.name(), result.classes());
            assertEquals(headlines(compiled), headlines(parsed), source);
            assertEquals(ContractRules.optionalFunctions(compiled), ContractRules.optionalFunctions(parsed), source);
        }
    }

    private static String file(String source) {
        String folder = source.startsWith("package")
                ? source.substring("package ".length(), source.indexOf(';')).replace('.', '/') + "/"
                : "";
        return folder + (source.contains("Outer") ? "Outer.java" : "Pool.java");
    }

    private static List<String> headlines(ClassShape shape) {
        return ContractRules.errors(shape).stream()
                .map(violation -> violation.diagnostic().headline()
                        + violation.diagnostic().details().stream()
                                .filter(detail -> detail.startsWith("and ") || detail.startsWith("also: "))
                                .toList())
                .toList();
    }

    private static ClassShape compiled(String name, Map<String, byte[]> classes) throws Exception {
        String binary = classes.keySet().stream()
                .filter(each -> each.replace('$', '.').equals(name))
                .findFirst()
                .orElseThrow();
        ClassFile pool = ClassFile.read(Objects.requireNonNull(classes.get(binary)));
        return pool.shapeWithin(ClassFile.read(Objects.requireNonNull(classes.get(pool.outermost()))));
    }

    private static ClassShape parsed(String source) {
        TypeDeclaration<?> type =
                SourceParser.parse(source).unit().orElseThrow().findAll(TypeDeclaration.class).stream()
                        .map(each -> (TypeDeclaration<?>) each)
                        .filter(each -> each.getNameAsString().equals("Pool"))
                        .findFirst()
                        .orElseThrow();
        return SourceShapes.of(type);
    }
}
