package dev.heapwright.core.reach;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What an allocator reaches through an object. */
class InstanceReachTest {
    private static final String HEAP = "public class Heap { public static long allocate() { return 0; } }";
    private static final String TASK =
            "public class Task implements Runnable { public void run() { Heap.allocate(); } }";

    @Test
    void thatOneClassImplementsAnInterfaceOfTheJdkDoesNotHideTheNext() throws IOException {
        assertTaskIsRun("new Idle(); new Task();", "class Idle implements Runnable { public void run() {} }");
    }

    @Test
    void anObjectMayBeCreatedByReflection() throws IOException {
        assertTaskIsRun("try { Task.class.getConstructor(); } catch (Exception e) {}", "class Other {}");
    }

    @Test
    void aPrivateMethodIsCalledThoughNothingCanOverrideIt() throws IOException {
        assertEquals(
                List.of("Pool.allocate(long, long)", "Pool.grow()", "Heap.allocate()"),
                CompiledProgram.of(
                                CompiledProgram.pool(
                                        "Pool pool = null; pool.grow();", "private void grow() { Heap.allocate(); }"),
                                HEAP)
                        .way());
    }

    private static void assertTaskIsRun(String use, String other) throws IOException {
        assertEquals(
                List.of(
                        "Pool.allocate(long, long)",
                        "Task (an instance, which the JDK may call)",
                        "Task.run()",
                        "Heap.allocate()"),
                CompiledProgram.of(CompiledProgram.pool(use, ""), TASK, other, HEAP)
                        .way());
    }
}
