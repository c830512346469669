package dev.heapwright.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.heapwright.testing.AllocatorSource;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A wrong declaration is shown as its author has written it, above what to write instead. */
class DeclarationTextTest {

    @Test
    void theOrderOfModifiersAndTheNamesOfTypesAreTheAuthors() {
        assertShown(
                "native static int allocate(final @Deprecated long size, long align) throws OutOfMemoryError, Exception;",
                """
                - native static int allocate(final @Deprecated long size, long align) throws OutOfMemoryError, Exception
                + public static native long allocate(long size, long align) throws OutOfMemoryError
                """);
    }

    @Test
    void boundsOfTypeParametersAreShown() {
        assertShown("public static <T extends Runnable> long allocate(T size, long align) { return 0; }", """
                - public static <T extends Runnable> long allocate(T size, long align)
                + public static long allocate(long size, long align)
                """);
    }

    @Test
    void annotationsBeforeTheTypeAreOmittedAndLinesAreJoined() {
        assertShown("""
                @SuppressWarnings("unused")
                static @Deprecated
                        long allocate(
                                long size,
                                long align)
                { return 0; }
                """, """
                - static long allocate(long size, long align)
                + public static long allocate(long size, long align)
                """);
    }

    @Test
    void aDeclarationWithCommentsIsShownWithoutThem() {
        assertShown("""
                static long allocate(
                        long size, // in bytes
                        long align) { return 0; }
                """, """
                - static long allocate(long size, long align)
                + public static long allocate(long size, long align)
                """);
    }

    private static void assertShown(String declaration, String shown) {
        assertEquals(
                shown,
                Compilation.of(AllocatorSource.named("com.acme.Pool")
                                .replacing("allocate", declaration)
                                .text())
                        .messages()
                        .lines()
                        .map(String::strip)
                        .filter(line -> line.startsWith("- ") || line.startsWith("+ "))
                        .map(line -> line + "\n")
                        .collect(Collectors.joining()));
    }
}
