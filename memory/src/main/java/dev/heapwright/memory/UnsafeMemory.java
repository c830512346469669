package dev.heapwright.memory;

import java.lang.reflect.Field;
import java.util.Set;
import sun.misc.Unsafe;

/** {@link Memory} through {@code sun.misc.Unsafe}. Never initialised if the FFM API is used. */
final class UnsafeMemory {
    static final Unsafe UNSAFE = unsafe();

    /**
     * Whether the machine supports unaligned access. If it may trap, values are composed of parts. The architectures
     * are those for which HotSpot 17 to 21 allows it ({@code UseUnalignedAccesses}).
     */
    private static final boolean ANY_ALIGNMENT = Set.of(
                    "amd64", "x86_64", "i386", "x86", "aarch64", "ppc64", "ppc64le", "s390x")
            .contains(System.getProperty("os.arch", ""));

    private UnsafeMemory() {}

    /** Initialises this class, at a time when the stack is deep enough. */
    static void initialise() {}

    static byte getByte(long address) {
        return UNSAFE.getByte(address);
    }

    static void putByte(long address, byte value) {
        UNSAFE.putByte(address, value);
    }

    static short getShort(long address) {
        return ANY_ALIGNMENT || (address & 1) == 0 ? UNSAFE.getShort(address) : UnsafeParts.getShort(address);
    }

    static void putShort(long address, short value) {
        if (ANY_ALIGNMENT || (address & 1) == 0) {
            UNSAFE.putShort(address, value);
        } else {
            UnsafeParts.putShort(address, value);
        }
    }

    static int getInt(long address) {
        return ANY_ALIGNMENT || (address & 3) == 0 ? UNSAFE.getInt(address) : UnsafeParts.getInt(address);
    }

    static void putInt(long address, int value) {
        if (ANY_ALIGNMENT || (address & 3) == 0) {
            UNSAFE.putInt(address, value);
        } else {
            UnsafeParts.putInt(address, value);
        }
    }

    static long getLong(long address) {
        return ANY_ALIGNMENT || (address & 7) == 0 ? UNSAFE.getLong(address) : UnsafeParts.getLong(address);
    }

    static void putLong(long address, long value) {
        if (ANY_ALIGNMENT || (address & 7) == 0) {
            UNSAFE.putLong(address, value);
        } else {
            UnsafeParts.putLong(address, value);
        }
    }

    /** Overlapping ranges are handled: HotSpot's implementation is {@code Copy::conjoint_memory_atomic}. */
    static void copy(long source, long target, long bytes) {
        UNSAFE.copyMemory(source, target, bytes);
    }

    static void fill(long address, long bytes, byte value) {
        UNSAFE.setMemory(address, bytes, value);
    }

    static long mismatch(long a, long b, long bytes) {
        long index = 0;
        while (index <= bytes - Long.BYTES && getLong(a + index) == getLong(b + index)) {
            index += Long.BYTES;
        }
        while (index < bytes && getByte(a + index) == getByte(b + index)) {
            index++;
        }
        return index < bytes ? index : -1;
    }

    static void copyToArray(long source, byte[] target, int offset, int length) {
        UNSAFE.copyMemory(null, source, target, (long) Unsafe.ARRAY_BYTE_BASE_OFFSET + offset, length);
    }

    static void copyFromArray(byte[] source, int offset, long target, int length) {
        UNSAFE.copyMemory(source, (long) Unsafe.ARRAY_BYTE_BASE_OFFSET + offset, null, target, length);
    }

    private static Unsafe unsafe() {
        try {
            Field field = Unsafe.class.getDeclaredField("theUnsafe");
            field.setAccessible(true);
            return (Unsafe) field.get(null);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("sun.misc.Unsafe", e);
        }
    }
}
