package dev.heapwright.core.bytecode;

import static dev.heapwright.core.bytecode.AllocatorSources.FUNCTIONS;
import static dev.heapwright.core.bytecode.AllocatorSources.NESTED;
import static dev.heapwright.core.bytecode.AllocatorSources.TOP_LEVEL;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.heapwright.core.contract.Contract;
import dev.heapwright.core.contract.ContractFunction;
import dev.heapwright.core.name.ClassName;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AllocatorBytecodeTest {
    private static final ClassName POOL = ClassName.topLevel("com.acme.Pool");
    private static final ClassName NESTED_POOL = new ClassName("com.acme.Outer$Pool", "com.acme.Outer.Pool");
    private static final String UNFIT = "the class must be public, concrete, non-generic, and static if nested";

    @Test
    void aRightAllocatorHasNoProblems() throws MalformedClassFileException {
        assertEquals(List.of(), problems(POOL, TOP_LEVEL));
        assertEquals(List.of(), problems(NESTED_POOL, NESTED));
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
        assertEquals(List.of(), problems(POOL, replace(TOP_LEVEL, part, replacement)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "public final class Pool | final class Pool",
                "public final class Pool | public abstract class Pool",
                "public final class Pool | public class Pool<T>",
                "public final class Pool | public interface Pool",
                "public final class Pool { | public enum Pool { ONE;",
            })
    void aTopLevelClassThatCannotHoldTheFunctionsIsUnfit(String part, String replacement)
            throws MalformedClassFileException {
        assertEquals(
                List.of(UNFIT),
                problems(POOL, replace(replace(TOP_LEVEL, "{\n    public", "{ public"), part, replacement)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "class",
                "static class",
                "protected static class",
                "private static class",
                "public class",
                "public static abstract class",
                "public static interface"
            })
    void aNestedClassThatGlueCannotCallIsUnfit(String declaration) throws MalformedClassFileException {
        assertEquals(List.of(UNFIT), problems(NESTED_POOL, replace(NESTED, "public static class", declaration)));
    }

    @Test
    void aClassThatIsNotAnnotatedIsNone() throws MalformedClassFileException {
        List<String> problem = List.of("the class is not annotated @Allocator");
        assertEquals(problem, problems(POOL, replace(TOP_LEVEL, "@dev.heapwright.annotations.Allocator", "")));
        assertEquals(
                problem, problems(POOL, replace(TOP_LEVEL, "@dev.heapwright.annotations.Allocator", "@Deprecated")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "public static long allocate       | private static long allocate",
                "public static long allocate       | static long allocate",
                "public static long allocate       | protected static long allocate",
                "public static long allocate       | public long allocate",
                "public static long allocate       | public static <T> long allocate",
                "public static long allocate       | public static int allocate",
                "public static long allocate       | public static long alocate",
                "allocate(long size, long align) { | allocate(long size, int align) {",
                "allocate(long size, long align) { | allocate(long size) {",
                "allocate(long size, long align) { | allocate(long size, long align, long flags) {",
                "allocate(long size, long align) { | allocate(long... sizes) {",
                "allocate(long size, long align) { | allocate(long size, Long align) {",
                "allocate(long size, long align) { | allocate(long size, long align) throws Exception {",
                "allocate(long size, long align) { | allocate(long size, long align) throws java.io.IOException {",
            })
    void aFunctionThatIsNotAsTheContractDemandsIsMissing(String part, String replacement)
            throws MalformedClassFileException {
        assertEquals(
                List.of("the class is missing the function public static long allocate(long size, long align)"),
                problems(POOL, replace(TOP_LEVEL, part, replacement)));
    }

    @Test
    void allThatIsWrongIsToldTheClassFirst() throws MalformedClassFileException {
        assertEquals(
                List.of(
                        "the class file declares com.acme.Empty",
                        "the class is not annotated @Allocator",
                        UNFIT,
                        "the class is missing the function public static long allocate(long size, long align)",
                        "the class is missing the function public static void deallocate(long address, long oldSize, long align)",
                        "the class is missing the function public static long reallocate(long address, long oldSize, long size, long"
                                + " align)",
                        "the class is missing the function public static long reallocateInplace(long address, long oldSize, long size,"
                                + " long align)",
                        "the class is missing the function public static long usableSize(long size, long align)"),
                AllocatorBytecode.problems(POOL, read("com.acme.Empty", "package com.acme; class Empty {}")));
    }

    @Test
    void theClassFileMustBeOfTheClassInBothItsNames() throws MalformedClassFileException {
        ClassFile nested = read("com.acme.Outer$Pool", NESTED);
        List<String> problem = List.of("the class file declares com.acme.Outer.Pool");
        assertEquals(problem, AllocatorBytecode.problems(ClassName.topLevel("com.acme.Outer$Pool"), nested));
        assertEquals(problem, AllocatorBytecode.problems(POOL, nested));
        ClassFile inAPackageOfThatName = read("com.acme.Outer.Pool", replace(TOP_LEVEL, "com.acme", "com.acme.Outer"));
        assertEquals(problem, AllocatorBytecode.problems(NESTED_POOL, inAPackageOfThatName));
    }

    @Test
    void theOptionalFunctionIsHeldAgainstTheContractWhereItIsPresent() throws MalformedClassFileException {
        ContractFunction zeroed = Contract.V1.function("allocateZeroed").orElseThrow();
        String right = "public static long allocateZeroed(long size, long align) { return 0; }";
        assertEquals(List.of(), problems(POOL, with(right)));
        assertTrue(AllocatorBytecode.has(read("com.acme.Pool", with(right)), zeroed));

        for (String wrong : List.of(replace(right, "public ", ""), replace(right, "long align", "int align"))) {
            assertEquals(
                    List.of(
                            "the class is missing the function public static long allocateZeroed(long size, long align)"),
                    problems(POOL, with(wrong)));
            assertFalse(AllocatorBytecode.has(read("com.acme.Pool", with(wrong)), zeroed));
        }
    }

    private static String with(String function) {
        return replace(TOP_LEVEL, FUNCTIONS, FUNCTIONS + function);
    }

    private static String replace(String text, String part, String replacement) {
        String replaced = text.replace(part, replacement);
        assertNotEquals(text, replaced, part);
        return replaced;
    }

    private static List<String> problems(ClassName type, String source) throws MalformedClassFileException {
        return AllocatorBytecode.problems(type, read(type.binary(), source));
    }

    private static ClassFile read(String name, String source) throws MalformedClassFileException {
        String unit = name.contains("$") ? name.substring(0, name.indexOf('$')) : name;
        return ClassFile.read(
                Objects.requireNonNull(Compiler.compile(unit, source).get(name)));
    }
}
