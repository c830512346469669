package dev.heapwright.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.heapwright.testing.AllocatorSource;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A declaration cannot be changed without its body: the messages say what to write there, and that compiles. */
class BodyHelpTest {
    private static final List<String> MARKER =
            List.of("META-INF/heapwright/allocator/com.acme.Pool\ncontract=1\nname=com.acme.Pool\n");

    /** Like that of Java 22 and later. */
    private static final String SEGMENT = """
            package com.acme;

            public record MemorySegment(long address) {
                public static MemorySegment ofAddress(long address) { return new MemorySegment(address); }
            }
            """;

    @Test
    void insteadOfASegmentItsAddressIsReturned() {
        assertHelps(
                "return the block's address: segment.address() instead of the segment",
                "allocate",
                "public static MemorySegment allocate(long size, long align) { return MemorySegment.ofAddress(size); }",
                "public static long allocate(long size, long align) { return MemorySegment.ofAddress(size).address(); }");
    }

    @Test
    void aSegmentIsMadeOfAnAddress() {
        assertHelps(
                "the block is passed as its address: get its segment with MemorySegment.ofAddress(block)",
                "deallocate",
                "public static void deallocate(MemorySegment block, long oldSize, long align) { block.hashCode(); }",
                "public static void deallocate(long block, long oldSize, long align) { MemorySegment.ofAddress(block).hashCode(); }");
    }

    @Test
    void insteadOfThrowingZeroIsReturned() {
        assertHandled(
                "catch (java.lang.Exception e) { return 0; }",
                "allocate",
                "public static long allocate(long size, long align) throws Exception { throw new Exception(); }");
        assertHandled(
                "catch (java.io.IOException | java.lang.InterruptedException e) { return 0; }", "reallocate", """
                public static long reallocate(long address, long oldSize, long size, long align) throws java.io.IOException, InterruptedException { if (size > 9) throw new java.io.IOException(); throw new InterruptedException(); }""");
    }

    @Test
    void aBlockThatCannotBeResizedKeepsItsSize() {
        assertHandled(
                "catch (java.lang.Exception e) { return usableSize(bytes, alignment); }",
                "reallocateInplace",
                "public static long reallocateInplace(long a, long bytes, long size, long alignment) throws Exception { throw new Exception(); }");
    }

    @Test
    void aFunctionThatCannotFailHasADefect() {
        assertHandled(
                "catch (java.lang.Exception e) { throw new AssertionError(e); }",
                "deallocate",
                "public static void deallocate(long address, long oldSize, long align) throws Exception { throw new Exception(); }");
        assertHandled(
                "catch (java.lang.Exception e) { return size; }",
                "usableSize",
                "public static long usableSize(long size, long align) throws Exception { throw new Exception(); }");
    }

    @Test
    void aFunctionWithoutABodyHasNoHandler() {
        assertEquals(
                "",
                helpForBody(AllocatorSource.named("com.acme.Pool")
                        .replacing(
                                "allocate",
                                "public static native long allocate(long size, long align) throws Exception;")
                        .text()));
    }

    private static void assertHandled(String handler, String function, String wrong) {
        String body = wrong.substring(wrong.indexOf('{'));
        assertHelps(
                "handle the exception in the body: try { ... } " + handler,
                function,
                wrong,
                wrong.substring(0, wrong.indexOf(" throws ")) + " { try " + body + " " + handler + " }");
    }

    private static void assertHelps(String help, String function, String wrong, String right) {
        AllocatorSource pool = AllocatorSource.named("com.acme.Pool");
        assertEquals(help, helpForBody(pool.replacing(function, wrong).text(), SEGMENT));
        Compilation.assertAccepted(MARKER, pool.replacing(function, right).text(), SEGMENT);
    }

    /** {@return the lines of help after the one about the declaration} */
    private static String helpForBody(String... sources) {
        return Compilation.of(sources)
                .messages()
                .lines()
                .dropWhile(line -> !line.startsWith("    help: "))
                .skip(1)
                .takeWhile(line -> !line.startsWith("    more: "))
                .map(String::strip)
                .collect(Collectors.joining("\n"));
    }
}
