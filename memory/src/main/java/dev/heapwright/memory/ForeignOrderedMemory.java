package dev.heapwright.memory;

import static dev.heapwright.memory.ForeignSpace.all;

import java.lang.foreign.ValueLayout;
import java.lang.invoke.VarHandle;

/** {@link OrderedMemory} through the FFM API, whose aligned layouts have the ordered access modes. */
final class ForeignOrderedMemory {
    private static final VarHandle BYTE = ValueLayout.JAVA_BYTE.varHandle().withInvokeExactBehavior();
    private static final VarHandle SHORT = ValueLayout.JAVA_SHORT.varHandle().withInvokeExactBehavior();
    private static final VarHandle INT = ValueLayout.JAVA_INT.varHandle().withInvokeExactBehavior();
    private static final VarHandle LONG = ValueLayout.JAVA_LONG.varHandle().withInvokeExactBehavior();

    private ForeignOrderedMemory() {}

    /** Initialises this class. */
    static void initialise() {}

    static byte getByteAcquire(long address) {
        return (byte) BYTE.getAcquire(all(), address);
    }

    static void putByteRelease(long address, byte value) {
        BYTE.setRelease(all(), address, value);
    }

    static byte getByteVolatile(long address) {
        return (byte) BYTE.getVolatile(all(), address);
    }

    static void putByteVolatile(long address, byte value) {
        BYTE.setVolatile(all(), address, value);
    }

    static short getShortAcquire(long address) {
        return (short) SHORT.getAcquire(all(), address);
    }

    static void putShortRelease(long address, short value) {
        SHORT.setRelease(all(), address, value);
    }

    static short getShortVolatile(long address) {
        return (short) SHORT.getVolatile(all(), address);
    }

    static void putShortVolatile(long address, short value) {
        SHORT.setVolatile(all(), address, value);
    }

    static int getIntAcquire(long address) {
        return (int) INT.getAcquire(all(), address);
    }

    static void putIntRelease(long address, int value) {
        INT.setRelease(all(), address, value);
    }

    static int getIntVolatile(long address) {
        return (int) INT.getVolatile(all(), address);
    }

    static void putIntVolatile(long address, int value) {
        INT.setVolatile(all(), address, value);
    }

    static boolean compareAndSetInt(long address, int expected, int value) {
        return (boolean) INT.compareAndSet(all(), address, expected, value);
    }

    static int getAndAddInt(long address, int delta) {
        return (int) INT.getAndAdd(all(), address, delta);
    }

    static long getLongAcquire(long address) {
        return (long) LONG.getAcquire(all(), address);
    }

    static void putLongRelease(long address, long value) {
        LONG.setRelease(all(), address, value);
    }

    static long getLongVolatile(long address) {
        return (long) LONG.getVolatile(all(), address);
    }

    static void putLongVolatile(long address, long value) {
        LONG.setVolatile(all(), address, value);
    }

    static boolean compareAndSetLong(long address, long expected, long value) {
        return (boolean) LONG.compareAndSet(all(), address, expected, value);
    }

    static long getAndAddLong(long address, long delta) {
        return (long) LONG.getAndAdd(all(), address, delta);
    }
}
