package dev.heapwright.benchmarks.allocation;

import static dev.heapwright.benchmarks.allocation.Downcalls.INT;
import static dev.heapwright.benchmarks.allocation.Downcalls.LONG;

import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;

/** jemalloc's functions for sizes and flags, called directly. */
final class DirectJemalloc extends AddressSubject {
    private static final SymbolLookup SYMBOLS = Downcalls.library("jemalloc");
    private static final MethodHandle MALLOCX = Downcalls.returningLong(SYMBOLS, "je_mallocx", LONG, INT);
    private static final MethodHandle SDALLOCX = Downcalls.returningNothing(SYMBOLS, "je_sdallocx", LONG, LONG, INT);
    private static final MethodHandle RALLOCX = Downcalls.returningLong(SYMBOLS, "je_rallocx", LONG, LONG, INT);

    @Override
    long allocate(long size) {
        try {
            return (long) MALLOCX.invokeExact(size, 0);
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }

    @Override
    void deallocate(long address, long size) {
        try {
            SDALLOCX.invokeExact(address, size, 0);
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }

    @Override
    long reallocate(long address, long oldSize, long size) {
        try {
            return (long) RALLOCX.invokeExact(address, size, 0);
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }
}
