package dev.heapwright.benchmarks.allocation;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * Stands between allocating a block and freeing it, so that the JIT cannot see that nobody uses the block, and delete
 * both: what {@code asm volatile} is in the loops of C. Like that, it writes nothing: a field that several threads write
 * would be what is measured.
 */
final class Fence {
    private static final VarHandle NO_ADDRESS;

    /** What no block has as its address. Nobody knows that it never changes. */
    @SuppressWarnings({"unused", "FieldMayBeFinal"}) // by its handle
    private static long noAddress = 1;

    static {
        try {
            NO_ADDRESS = MethodHandles.lookup().findStaticVarHandle(Fence.class, "noAddress", long.class);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private Fence() {}

    /** What is written before is written, and what is read afterwards is read anew: the JIT moves neither across. */
    static void pass(long address) {
        if (address == (long) NO_ADDRESS.getOpaque()) {
            throw new AssertionError(address);
        }
    }
}
