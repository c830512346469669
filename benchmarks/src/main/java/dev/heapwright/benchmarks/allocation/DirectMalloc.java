package dev.heapwright.benchmarks.allocation;

import static dev.heapwright.benchmarks.allocation.Downcalls.LONG;

import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;

/** The functions that every C allocator has, called directly. */
final class DirectMalloc extends AddressSubject {
    /** The prefix of {@code malloc} in the function's name. */
    private static final String PREFIX =
            System.getProperty(Subject.PROPERTY, "").equals("DIRECT_MIMALLOC") ? "mi_" : "";

    private static final SymbolLookup SYMBOLS = PREFIX.isEmpty() ? Downcalls.system() : Downcalls.library("mimalloc");
    private static final MethodHandle MALLOC = Downcalls.returningLong(SYMBOLS, PREFIX + "malloc", LONG);
    private static final MethodHandle FREE = Downcalls.returningNothing(SYMBOLS, PREFIX + "free", LONG);
    private static final MethodHandle REALLOC = Downcalls.returningLong(SYMBOLS, PREFIX + "realloc", LONG, LONG);

    @Override
    long allocate(long size) {
        try {
            return (long) MALLOC.invokeExact(size);
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }

    @Override
    void deallocate(long address, long size) {
        try {
            FREE.invokeExact(address);
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }

    @Override
    long reallocate(long address, long oldSize, long size) {
        try {
            return (long) REALLOC.invokeExact(address, size);
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }
}
