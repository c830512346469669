package dev.heapwright.memory;

import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;

/** {@link Memory} by the FFM API. */
final class ForeignMemory {
    static final VarHandle BYTE = ForeignVariables.unaligned().ofByte();
    static final VarHandle SHORT = ForeignVariables.unaligned().ofShort();
    static final VarHandle INT = ForeignVariables.unaligned().ofInt();
    static final VarHandle LONG = ForeignVariables.unaligned().ofLong();

    private ForeignMemory() {}

    /** Initialises this class, which cannot fail where the variables are made already. */
    static void initialise() {}

    static void copy(long source, long target, long bytes) {
        try {
            ForeignRanges.ranges().copy().invokeExact(source, target, bytes);
        } catch (Throwable thrown) {
            throw Handles.rethrown(thrown);
        }
    }

    static void fill(long address, long bytes, byte value) {
        try {
            ForeignRanges.ranges().fill().invokeExact(address, bytes, value);
        } catch (Throwable thrown) {
            throw Handles.rethrown(thrown);
        }
    }

    static long mismatch(long a, long b, long bytes) {
        try {
            return (long) ForeignRanges.ranges().mismatch().invokeExact(a, a + bytes, b, b + bytes);
        } catch (Throwable thrown) {
            throw Handles.rethrown(thrown);
        }
    }

    static void copyToArray(long source, byte[] target, int offset, int length) {
        try {
            ForeignRanges.ranges().copyToArray().invokeExact(source, target, offset, length);
        } catch (Throwable thrown) {
            throw Handles.rethrown(thrown);
        }
    }

    static void copyFromArray(byte[] source, int offset, long target, int length) {
        try {
            ForeignRanges.ranges().copyFromArray().invokeExact(source, offset, target, length);
        } catch (Throwable thrown) {
            throw Handles.rethrown(thrown);
        }
    }

    static ByteBuffer byteBuffer(long address, int size) {
        try {
            return (ByteBuffer) ForeignRanges.ranges().byteBuffer().invokeExact(address, size);
        } catch (Throwable thrown) {
            throw Handles.rethrown(thrown);
        }
    }
}
