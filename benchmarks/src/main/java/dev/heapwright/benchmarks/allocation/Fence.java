package dev.heapwright.benchmarks.allocation;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * Stands between allocating a block and freeing it, so that the JIT cannot see that nobody uses the block, and delete
 * both: what {@code asm volatile} is in the loops of C.
 */
final class Fence {
    private static final VarHandle PASSED;

    /** An address: whoever looks at it sees that it was written. */
    @SuppressWarnings("unused") // by its handle
    private static long passed;

    static {
        try {
            PASSED = MethodHandles.lookup().findStaticVarHandle(Fence.class, "passed", long.class);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private Fence() {}

    static void pass(long address) {
        PASSED.setOpaque(address);
    }
}
