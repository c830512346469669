package dev.heapwright.core.bytecode;

import static dev.heapwright.core.bytecode.AllocatorSources.FUNCTIONS;
import static dev.heapwright.core.bytecode.AllocatorSources.NESTED;
import static dev.heapwright.core.bytecode.AllocatorSources.TOP_LEVEL;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.heapwright.core.contract.ClassShape;
import dev.heapwright.core.contract.ContractRules;
import dev.heapwright.core.contract.Part;
import dev.heapwright.diagnostic.Diagnostic;
import dev.heapwright.diagnostic.DiagnosticRenderer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the contract says about declarations, as class files have them. */
class ContractRulesTest {
    private static final String POOL = "com.acme.Pool";
    private static final String NESTED_POOL = "com.acme.Outer$Pool";

    @Test
    void aRightAllocatorHasNoViolations() throws MalformedClassFileException {
        assertEquals(List.of(), violations(POOL, TOP_LEVEL));
        assertEquals(List.of(), violations(NESTED_POOL, NESTED));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "public final class      | public class",
                "public static long usab | public static strictfp synchronized long usab",
                "long allocate(long size, long align) { return 0; } | native long allocate(long a, long b);",
                "long size, long align   | long align, final long size",
                "long align) {}          | long align) throws RuntimeException, IllegalStateException, Error {}",
                "long align) {}          | long align) throws NoMemory {} public static class NoMemory extends Error {}",
                "public static long usab | private static void allocate(int size) {} public static long usab",
                "public static long usab | private long cache; public long own() { return cache; } public static long usab",
                "public final class Pool | public final class Pool extends java.util.ArrayList<String>",
            })
    void thisIsRightToo(String part, String replacement) throws MalformedClassFileException {
        assertEquals(List.of(), violations(POOL, replace(TOP_LEVEL, part, replacement)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "public final class Pool | final class Pool           | it is not public",
                "public final class Pool | public abstract class Pool | it is abstract",
                "public final class Pool | public class Pool<T>       | it has type parameters",
                "public final class Pool | public interface Pool      | it is an interface",
                "public final class Pool { | public enum Pool { ONE;  | it is an enum",
                "public final class Pool | public record Pool()       | it is a record",
            })
    void aTopLevelTypeThatCannotHoldTheFunctionsIsNoAllocator(String part, String replacement, String reason)
            throws MalformedClassFileException {
        assertEquals(
                List.of("com.acme.Pool cannot be an allocator: " + reason),
                violations(POOL, replace(replace(TOP_LEVEL, "{\n    public", "{ public"), part, replacement)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "static class                 | it is not public",
                "protected static class       | it is not public",
                "private static class         | it is not public",
                "public class                 | it is an inner class, not a static one",
                "public static abstract class | it is abstract",
                "public static interface      | it is an interface"
            })
    void aNestedTypeThatGlueCannotCallIsNoAllocator(String declaration, String reason)
            throws MalformedClassFileException {
        assertEquals(
                List.of("com.acme.Outer.Pool cannot be an allocator: " + reason),
                violations(NESTED_POOL, replace(NESTED, "public static class", declaration)));
    }

    @Test
    void allThatIsWrongWithAClassIsOneViolation() throws MalformedClassFileException {
        ClassShape shape =
                read("Outer$Deep$Pool", """
                class Outer {
                    static class Deep {
                        static class Pool<T> {
                            %s
                        }
                    }
                }
                """.formatted(FUNCTIONS)).shapeWithin(read("Outer", "class Outer {}"));
        assertEquals("""
                [Heapwright/NotAnAllocatorClass] Outer.Deep.Pool cannot be an allocator: it is in the unnamed package
                    and it is not public
                    and it has type parameters
                    and it is nested in Outer.Deep, which is not public
                    and it is nested in Outer, which is not public
                  help: move it to a package, such as com.acme
                        make it public: glue in another package calls it
                        remove its type parameters
                        make Outer.Deep public
                        make Outer public
                  more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=NotAnAllocatorClass""", text(shape));
    }

    @Test
    void aClassWithinAMethodIsNoAllocator() throws MalformedClassFileException {
        assertEquals(
                List.of("it is declared within a method", "and it is not public"),
                reasons(read("com.acme.Outer$1Pool", """
                        package com.acme;
                        public class Outer {
                            void run() {
                                class Pool {
                                    %s
                                }
                            }
                        }
                        """.formatted(FUNCTIONS)).shape()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "public static long allocate | private static long allocate     | is not public         | MODIFIERS",
                "public static long allocate | static long allocate             | is not public         | MODIFIERS",
                "public static long allocate | protected static long allocate   | is not public         | MODIFIERS",
                "public static long allocate | public long allocate             | is not static         | MODIFIERS",
                "public static long allocate | public static <T> long allocate  | has type parameters   | TYPE_PARAMETER",
                "public static long allocate | public static int allocate       | returns int, must return long | RETURN_TYPE",
                "long size, long align) { return 0; | long size, int align) { return 0;   | parameter align is int, must be long | PARAMETER_TYPE",
                "long size, long align) { return 0; | long size, Long align) { return 0;  | parameter align is java.lang.Long, must be long | PARAMETER_TYPE",
                "long size, long align) { return 0; | long size) { return 0;              | has 1 parameter, must have 2 | WHOLE",
                "long size, long align) { return 0; | long size, long a, long b) { return 0; | has 3 parameters, must have 2 | WHOLE",
                "long size, long align) { return 0; | long size, long... sizes) { return 0; | is varargs            | PARAMETER_TYPE",
                "long size, long align) { return 0; | long size, long align) throws Exception { return 0; | declares the checked exception java.lang.Exception | EXCEPTION",
            })
    void aFunctionThatIsNotDeclaredAsTheContractHasItIsShownAtThatPart(
            String part, String replacement, String fault, Part.Element element) throws MalformedClassFileException {
        ClassShape shape =
                read(POOL, replaceFirst(TOP_LEVEL, part, replacement)).shape();
        assertEquals(
                List.of("com.acme.Pool.allocate" + (fault.startsWith("parameter") ? ": " : " ") + fault),
                headlines(shape));
        Part.OfFunction place =
                (Part.OfFunction) ContractRules.violations(shape).get(0).part();
        assertEquals(element, place.element());
        assertEquals(0, place.position());
    }

    @Test
    void functionsThatAreMissingAreOneViolation() throws MalformedClassFileException {
        assertEquals("""
                [Heapwright/NotAnAllocatorClass] com.acme.Empty cannot be an allocator: it is not public
                  help: make it public: glue in another package calls it
                  more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=NotAnAllocatorClass
                [Heapwright/MissingFunction] allocator com.acme.Empty is missing 4 required functions
                    public static void deallocate(long address, long oldSize, long align) { throw new UnsupportedOperationException("deallocate"); }
                    public static long reallocate(long address, long oldSize, long size, long align) { throw new UnsupportedOperationException("reallocate"); }
                    public static long reallocateInplace(long address, long oldSize, long size, long align) { throw new UnsupportedOperationException("reallocateInplace"); }
                    public static long usableSize(long size, long align) { throw new UnsupportedOperationException("usableSize"); }
                  help: add them with exactly these signatures and your own bodies
                  more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=MissingFunction
                [Heapwright/WrongSignature] com.acme.Empty.allocate is not public
                    - void allocate()
                    + public static long allocate(long size, long align)
                  help: declare it as shown
                  more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=WrongSignature""", text(read("com.acme.Empty", """
                package com.acme;
                class Empty { void allocate() {} }
                """).shape()));
    }

    @Test
    void theOptionalFunctionIsComparedWithTheContractWhereItIsPresent() throws MalformedClassFileException {
        String right = "public static long allocateZeroed(long size, long align) { return 0; }";
        assertEquals(
                Set.of("allocateZeroed"),
                ContractRules.optionalFunctions(read(POOL, with(right)).shape()));
        for (String wrong : List.of(replace(right, "public ", ""), replace(right, "long align", "int align"))) {
            ClassShape shape = read(POOL, with(wrong)).shape();
            assertEquals(1, headlines(shape).size());
            assertEquals(Set.of(), ContractRules.optionalFunctions(shape));
        }
        assertEquals(
                Set.of(), ContractRules.optionalFunctions(read(POOL, TOP_LEVEL).shape()));
    }

    private static String with(String function) {
        return replace(TOP_LEVEL, FUNCTIONS, FUNCTIONS + function);
    }

    private static String replace(String text, String part, String replacement) {
        String replaced = text.replace(part, replacement);
        assertNotEquals(text, replaced, part);
        return replaced;
    }

    private static String replaceFirst(String text, String part, String replacement) {
        int start = text.indexOf(part);
        return text.substring(0, start) + replacement + text.substring(start + part.length());
    }

    private static List<String> violations(String type, String source) throws MalformedClassFileException {
        return headlines(read(type, source).shape());
    }

    private static List<String> headlines(ClassShape shape) {
        return ContractRules.violations(shape).stream()
                .map(violation -> violation.diagnostic().headline())
                .toList();
    }

    private static List<String> reasons(ClassShape shape) {
        Diagnostic diagnostic = ContractRules.errors(shape).get(0).diagnostic();
        List<String> reasons = new ArrayList<>(diagnostic.details());
        reasons.add(0, diagnostic.headline().replaceFirst("^.*: ", ""));
        return reasons;
    }

    private static String text(ClassShape shape) {
        return String.join(
                "\n",
                ContractRules.violations(shape).stream()
                        .map(violation -> DiagnosticRenderer.renderWhole(violation.diagnostic()))
                        .toList());
    }

    private static ClassFile read(String name, String source) throws MalformedClassFileException {
        String unit = name.contains("$") ? name.substring(0, name.indexOf('$')) : name;
        return ClassFile.read(
                Objects.requireNonNull(Compiler.compile(unit, source).get(name)));
    }
}
