package dev.heapwright.core.reach;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What an allocator reaches through {@link java.util.ServiceLoader}. */
class ServiceReachTest {
    private static final String HEAP = "public class Heap { public static void allocate() {} }";

    @Test
    void providersAreCreated() throws IOException {
        assertWay(
                List.of("Pool.allocate(long, long)", "new HeapSink()", "Heap.allocate()"),
                "HeapSink",
                "public class HeapSink implements Sink { public HeapSink() { Heap.allocate(); } }");
    }

    /** A provider of a named module need not be of the service's type: its method returns one. */
    @Test
    void theirMethodsAreCalled() throws IOException {
        assertWay(
                List.of("Pool.allocate(long, long)", "HeapSinks.provider()", "Heap.allocate()"),
                "HeapSinks",
                "public class HeapSinks { public static Sink provider() { Heap.allocate(); return null; } }");
    }

    private static void assertWay(List<String> way, String provider, String source) throws IOException {
        CompiledProgram program = CompiledProgram.of(
                CompiledProgram.pool("for (Sink sink : java.util.ServiceLoader.load(Sink.class)) {}", ""),
                "interface Sink {}",
                source,
                HEAP);
        assertEquals(List.of(), program.way());
        assertEquals(
                way, new CompiledProgram(program.files(), program.index(), Map.of("Sink", Set.of(provider))).way());
    }
}
