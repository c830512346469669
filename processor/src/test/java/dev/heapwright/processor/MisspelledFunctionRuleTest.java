package dev.heapwright.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.heapwright.testing.AllocatorSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MisspelledFunctionRuleTest {
    private static final List<String> MARKER =
            List.of("META-INF/heapwright/allocator/com.acme.PoolAllocator\ncontract=1\nname=com.acme.PoolAllocator\n");
    private static final String WARNING = """
            PoolAllocator.java:10:24: warning: [Heapwright/MissingFunction] com.acme.PoolAllocator.allocateZeros looks like the optional function allocateZeroed, and is never called under this name
                  optional: public static long allocateZeroed(long size, long align)
                  found:    public static long allocateZeros(long size, long align)
                help: rename it to allocateZeroed: without that function, the heap clears each block itself
                      if it does something else, choose a name that is less similar
                more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=MissingFunction
            """;

    @Test
    void anOptionalFunctionUnderASimilarNameIsWarnedOfAsItsPageShows() throws IOException {
        String source = with("public static long allocateZeros(long size, long align) { return 0; }");
        assertEquals(WARNING, messages(source));
        EclipseCompilation.assertSame(WARNING, MARKER, source);
        String page = Files.readString(Path.of("../docs/diagnostics/MissingFunction.md"));
        assertTrue(page.contains("```text\n" + WARNING + "```"), page);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "allocatezeroed",
                "allocate_zeroed",
                "allocateZero",
                "allocateZeroes",
                "allocatedZeroed",
                "allocZeroed",
                "alloc_zeroed",
                "callocZeroed",
                "calloc"
            })
    void soIsEachNameThatComesNear(String name) {
        String messages = messages(with("public static long " + name + "(long size, long align) { return 0; }"));
        assertTrue(messages.contains(name + " looks like the optional function allocateZeroed"), messages);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "public static long allocateAll(long size, long align) { return 0; }",
                "public static long reallocateZeroed(long address, long oldSize, long size, long align) { return 0; }",
                "static long allocateZeros(long size, long align) { return 0; }",
                "public static void allocateZeros(long size, long align) {}",
                "public static long allocateZeros(int size, long align) { return 0; }",
                "public static long allocateZeros(long size) { return 0; }",
                "public static long zero(long from, long to) { return 0; }"
            })
    void whatIsDeclaredOrNamedInAnotherWayIsSomethingElse(String method) {
        Compilation.assertAccepted(MARKER, with(method));
    }

    @Test
    void besideTheFunctionItselfAnyNameIsFree() {
        Compilation.assertAccepted(
                MARKER,
                AllocatorSource.named("com.acme.PoolAllocator")
                        .with("public static long allocateZeroed(long size, long align) { return 0; }")
                        .with("public static long allocateZeros(long size, long align) { return 0; }")
                        .text());
    }

    @Test
    void whereARequiredFunctionIsMissingThatIsTheOneToBeToldOf() {
        String messages = messages(AllocatorSource.named("com.acme.PoolAllocator")
                .replacing("allocate", "public static long calloc(long size, long align) { return 0; }")
                .text());
        assertEquals(1, messages.split("\\[Heapwright/", -1).length - 1, messages);
    }

    private static String with(String method) {
        return AllocatorSource.named("com.acme.PoolAllocator").with(method).text();
    }

    private static String messages(String source) {
        return Compilation.of(Compilation.LINTED, List.of(new HeapwrightProcessor()), source)
                .messages();
    }
}
