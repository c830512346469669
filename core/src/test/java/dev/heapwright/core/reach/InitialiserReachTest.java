package dev.heapwright.core.reach;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an allocator reaches because a class is initialised. */
class InitialiserReachTest {
    private static final String HEAP = """
            public class Heap {
                public static int[] array = {};
                public static long allocate() { return 0; }
            }
            """;

    @ParameterizedTest
    @ValueSource(strings = {"Util.open();", "new Util();", "int i = Util.field;", "int i = Sub.field;"})
    void aClassIsInitialisedBeforeItIsUsed(String use) throws IOException {
        assertEquals(
                List.of("Pool.allocate(long, long)", "Util (static initialiser)", "Heap.allocate()"),
                CompiledProgram.of(CompiledProgram.pool(use, ""), """
                                class Util {
                                    static long first = Heap.allocate();
                                    static int field;
                                    static void open() {}
                                }
                                """, "class Sub extends Util {}", HEAP)
                        .way());
    }

    /** That it is a consumer is known nevertheless. */
    @ParameterizedTest
    @ValueSource(strings = {"Heap.allocate();", "Object o = Heap.array;"})
    void aClassWhoseFileCannotBeReadIsInitialisedToo(String use) throws IOException {
        Map<String, byte[]> files = new TreeMap<>(
                CompiledProgram.of(CompiledProgram.pool(use, ""), HEAP).files());
        files.put("Heap", new byte[0]);
        assertEquals(
                List.of("Pool.allocate(long, long)", "Heap (static initialiser)"), new CompiledProgram(files).way());
    }

    @Test
    void aMethodOfAnObjectDoesNotInitialiseItsClass() throws IOException {
        assertEquals(
                List.of(),
                CompiledProgram.of(
                                CompiledProgram.pool("Util util = null; util.open();", ""),
                                "class Util { static long first = Heap.allocate(); int field; void open() { field = 1; } }",
                                HEAP)
                        .way());
    }
}
