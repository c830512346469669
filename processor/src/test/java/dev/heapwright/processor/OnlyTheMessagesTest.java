package dev.heapwright.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.heapwright.testing.AllocatorSource;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Following the messages, without any other documentation, leads to a correct allocator. */
class OnlyTheMessagesTest {
    private static final List<String> MARKER =
            List.of("META-INF/heapwright/allocator/com.acme.X\ncontract=1\nname=com.acme.X\n");

    @Test
    void anEmptyClassTakesTwoCompilations() {
        assertTakes(2, """
                package com.acme;

                @dev.heapwright.annotations.Allocator
                public class X {}
                """);
    }

    @Test
    void anEmptyClassThatIsNotPublicTakesTwoCompilations() {
        assertTakes(2, """
                package com.acme;

                @dev.heapwright.annotations.Allocator
                class X {}
                """);
    }

    @Test
    void functionsWithNamesAndParametersOfCTakeThreeCompilations() {
        assertTakes(3, """
                package com.acme;

                @dev.heapwright.annotations.Allocator
                public class X {
                    public static long malloc(long size) { return 0; }
                    public static void free(long address) {}
                    public static long realloc(long address, long size) { return 0; }
                }
                """);
    }

    @Test
    void functionsThatOnlyHaveTheNamesOfCTakeTwoCompilations() {
        assertTakes(2, """
                package com.acme;

                @dev.heapwright.annotations.Allocator
                public class X {
                    public static long malloc(long size, long align) { return 0; }
                    public static void free(long address, long oldSize, long align) {}
                    public static long realloc(long address, long oldSize, long size, long align) { return 0; }
                }
                """);
    }

    @Test
    void theWholeBlockCanBePastedWithItsHints() {
        String source = """
                package com.acme;

                @dev.heapwright.annotations.Allocator
                public class X {
                    public static long malloc(long size) { return 0; }
                }
                """;
        String message = Compilation.of(source).messages();
        String block = message.lines()
                .skip(1)
                .takeWhile(line -> !line.contains("help:"))
                .collect(Collectors.joining("\n"));
        assertTrue(block.contains("// line 5: malloc looks like this function"), block);
        assertEquals(
                "",
                Compilation.of(source.replace("public class X {", "public class X {\n" + block))
                        .messages());
    }

    @Test
    void aClassThatWasWrittenToBeInstantiatedTakesTwoCompilations() {
        assertTakes(2, """
                package com.acme;

                @dev.heapwright.annotations.Allocator
                public class X {
                    private long used;

                    public long allocate(long size, long align) { used += size; return 0; }
                    public synchronized void deallocate(long address, long oldSize, long align) { used -= oldSize; }
                    long reallocate(long address, long oldSize, long size, long align) { return 0; }
                    public abstract long reallocateInplace(long address, long oldSize, long size, long align);
                    public native long usableSize(long size, long align);
                }
                """);
    }

    @Test
    void aUtilityClassOfLomboksIsToldToWriteStatic() {
        String source = AllocatorSource.named("com.acme.X")
                .declared("@lombok.experimental.UtilityClass public class X")
                .text()
                .replace("public static", "public");
        String annotation = """
                package lombok.experimental;

                public @interface UtilityClass {}
                """;
        String messages = Compilation.of(source, annotation).messages();
        assertTrue(
                messages.contains("Lombok's @UtilityClass adds static only after this check: write it in the source\n"),
                messages);
        Compilation.assertAccepted(MARKER, Advice.followed(source, messages), annotation);
    }

    private static void assertTakes(int expected, String source) {
        String text = source;
        Compilation compilation = Compilation.of(text);
        int compilations = 1;
        while (!compilation.messages().isEmpty() && compilations < expected) {
            text = Advice.followed(text, compilation.messages());
            compilation = Compilation.of(text);
            compilations++;
        }
        assertEquals("", compilation.messages(), text);
        assertEquals(MARKER, compilation.markers());
        assertEquals(expected, compilations);
    }
}
