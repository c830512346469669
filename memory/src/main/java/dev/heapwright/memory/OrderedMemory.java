package dev.heapwright.memory;

/**
 * Reads and writes memory at addresses with ordering guarantees for other threads, and updates it atomically. The modes
 * are those of {@link java.lang.invoke.VarHandle}:
 *
 * <ul>
 * <li>{@code Release} and {@code Acquire}: what a thread wrote before it released a value is visible to a thread that
 *     has acquired that value.
 * <li>{@code Volatile}: the same, and all volatile accesses have a total order.
 * </ul>
 *
 * <p>Values are in the byte order of the machine. An address is a multiple of the size of the value, in all methods;
 * {@link IllegalArgumentException} is thrown if it is not. As in {@link Memory}, the caller must ensure that the
 * address is in live memory, and {@link NativeUnavailableError} is thrown on a JVM that denies native access to this
 * module.
 *
 * <p>{@code sun.misc.Unsafe}, on Java 17 to 21, has no acquiring reads, and releasing writes for some types only:
 * elsewhere, the stronger volatile access is used.
 */
public final class OrderedMemory {
    /** Whether one-time initialisation is complete: {@link FirstUse} explains why each call checks this. */
    private static boolean ready;

    private OrderedMemory() {}

    /** {@return the byte at {@code address}, read with acquire order} */
    public static byte getByteAcquire(long address) {
        return foreign() ? ForeignOrderedMemory.getByteAcquire(address) : UnsafeOrderedMemory.getByte(address);
    }

    /** Writes {@code value} to the byte at {@code address}, with release order. */
    public static void putByteRelease(long address, byte value) {
        if (foreign()) {
            ForeignOrderedMemory.putByteRelease(address, value);
        } else {
            UnsafeOrderedMemory.putByte(address, value);
        }
    }

    /** {@return the byte at {@code address}, read with volatile order} */
    public static byte getByteVolatile(long address) {
        return foreign() ? ForeignOrderedMemory.getByteVolatile(address) : UnsafeOrderedMemory.getByte(address);
    }

    /** Writes {@code value} to the byte at {@code address}, with volatile order. */
    public static void putByteVolatile(long address, byte value) {
        if (foreign()) {
            ForeignOrderedMemory.putByteVolatile(address, value);
        } else {
            UnsafeOrderedMemory.putByte(address, value);
        }
    }

    /** {@return whether the byte at {@code address} is not 0, read with acquire order} */
    public static boolean getBooleanAcquire(long address) {
        return getByteAcquire(address) != 0;
    }

    /** Writes {@code true} as 1, {@code false} as 0, to the byte at {@code address}, with release order. */
    public static void putBooleanRelease(long address, boolean value) {
        putByteRelease(address, (byte) (value ? 1 : 0));
    }

    /** {@return whether the byte at {@code address} is not 0, read with volatile order} */
    public static boolean getBooleanVolatile(long address) {
        return getByteVolatile(address) != 0;
    }

    /** Writes {@code true} as 1, {@code false} as 0, to the byte at {@code address}, with volatile order. */
    public static void putBooleanVolatile(long address, boolean value) {
        putByteVolatile(address, (byte) (value ? 1 : 0));
    }

    /** {@return the {@code short} in the 2 bytes at {@code address}, read with acquire order} */
    public static short getShortAcquire(long address) {
        return foreign() ? ForeignOrderedMemory.getShortAcquire(address) : UnsafeOrderedMemory.getShort(address);
    }

    /** Writes a {@code short} to the 2 bytes at {@code address}, with release order. */
    public static void putShortRelease(long address, short value) {
        if (foreign()) {
            ForeignOrderedMemory.putShortRelease(address, value);
        } else {
            UnsafeOrderedMemory.putShort(address, value);
        }
    }

    /** {@return the {@code short} in the 2 bytes at {@code address}, read with volatile order} */
    public static short getShortVolatile(long address) {
        return foreign() ? ForeignOrderedMemory.getShortVolatile(address) : UnsafeOrderedMemory.getShort(address);
    }

    /** Writes a {@code short} to the 2 bytes at {@code address}, with volatile order. */
    public static void putShortVolatile(long address, short value) {
        if (foreign()) {
            ForeignOrderedMemory.putShortVolatile(address, value);
        } else {
            UnsafeOrderedMemory.putShort(address, value);
        }
    }

    /** {@return the {@code char} in the 2 bytes at {@code address}, read with acquire order} */
    public static char getCharAcquire(long address) {
        return (char) getShortAcquire(address);
    }

    /** Writes a {@code char} to the 2 bytes at {@code address}, with release order. */
    public static void putCharRelease(long address, char value) {
        putShortRelease(address, (short) value);
    }

    /** {@return the {@code char} in the 2 bytes at {@code address}, read with volatile order} */
    public static char getCharVolatile(long address) {
        return (char) getShortVolatile(address);
    }

    /** Writes a {@code char} to the 2 bytes at {@code address}, with volatile order. */
    public static void putCharVolatile(long address, char value) {
        putShortVolatile(address, (short) value);
    }

    /** {@return the {@code int} in the 4 bytes at {@code address}, read with acquire order} */
    public static int getIntAcquire(long address) {
        return foreign() ? ForeignOrderedMemory.getIntAcquire(address) : UnsafeOrderedMemory.getInt(address);
    }

    /** Writes an {@code int} to the 4 bytes at {@code address}, with release order. */
    public static void putIntRelease(long address, int value) {
        if (foreign()) {
            ForeignOrderedMemory.putIntRelease(address, value);
        } else {
            UnsafeOrderedMemory.putIntRelease(address, value);
        }
    }

    /** {@return the {@code int} in the 4 bytes at {@code address}, read with volatile order} */
    public static int getIntVolatile(long address) {
        return foreign() ? ForeignOrderedMemory.getIntVolatile(address) : UnsafeOrderedMemory.getInt(address);
    }

    /** Writes an {@code int} to the 4 bytes at {@code address}, with volatile order. */
    public static void putIntVolatile(long address, int value) {
        if (foreign()) {
            ForeignOrderedMemory.putIntVolatile(address, value);
        } else {
            UnsafeOrderedMemory.putInt(address, value);
        }
    }

    /** {@return the {@code long} in the 8 bytes at {@code address}, read with acquire order} */
    public static long getLongAcquire(long address) {
        return foreign() ? ForeignOrderedMemory.getLongAcquire(address) : UnsafeOrderedMemory.getLong(address);
    }

    /** Writes a {@code long} to the 8 bytes at {@code address}, with release order. */
    public static void putLongRelease(long address, long value) {
        if (foreign()) {
            ForeignOrderedMemory.putLongRelease(address, value);
        } else {
            UnsafeOrderedMemory.putLongRelease(address, value);
        }
    }

    /** {@return the {@code long} in the 8 bytes at {@code address}, read with volatile order} */
    public static long getLongVolatile(long address) {
        return foreign() ? ForeignOrderedMemory.getLongVolatile(address) : UnsafeOrderedMemory.getLong(address);
    }

    /** Writes a {@code long} to the 8 bytes at {@code address}, with volatile order. */
    public static void putLongVolatile(long address, long value) {
        if (foreign()) {
            ForeignOrderedMemory.putLongVolatile(address, value);
        } else {
            UnsafeOrderedMemory.putLong(address, value);
        }
    }

    /** {@return the {@code float} in the 4 bytes at {@code address}, read with acquire order} */
    public static float getFloatAcquire(long address) {
        return Float.intBitsToFloat(getIntAcquire(address));
    }

    /** Writes a {@code float} to the 4 bytes at {@code address}, with release order. */
    public static void putFloatRelease(long address, float value) {
        putIntRelease(address, Float.floatToRawIntBits(value));
    }

    /** {@return the {@code float} in the 4 bytes at {@code address}, read with volatile order} */
    public static float getFloatVolatile(long address) {
        return Float.intBitsToFloat(getIntVolatile(address));
    }

    /** Writes a {@code float} to the 4 bytes at {@code address}, with volatile order. */
    public static void putFloatVolatile(long address, float value) {
        putIntVolatile(address, Float.floatToRawIntBits(value));
    }

    /** {@return the {@code double} in the 8 bytes at {@code address}, read with acquire order} */
    public static double getDoubleAcquire(long address) {
        return Double.longBitsToDouble(getLongAcquire(address));
    }

    /** Writes a {@code double} to the 8 bytes at {@code address}, with release order. */
    public static void putDoubleRelease(long address, double value) {
        putLongRelease(address, Double.doubleToRawLongBits(value));
    }

    /** {@return the {@code double} in the 8 bytes at {@code address}, read with volatile order} */
    public static double getDoubleVolatile(long address) {
        return Double.longBitsToDouble(getLongVolatile(address));
    }

    /** Writes a {@code double} to the 8 bytes at {@code address}, with volatile order. */
    public static void putDoubleVolatile(long address, double value) {
        putLongVolatile(address, Double.doubleToRawLongBits(value));
    }

    /**
     * Writes an {@code int} if the expected value is there, as one volatile access.
     *
     * @param address of 4 bytes, a multiple of 4
     * @param expected the expected value
     * @param value the value to write
     * @return whether {@code expected} was there, so that {@code value} was written
     */
    public static boolean compareAndSetInt(long address, int expected, int value) {
        return foreign()
                ? ForeignOrderedMemory.compareAndSetInt(address, expected, value)
                : UnsafeOrderedMemory.compareAndSetInt(address, expected, value);
    }

    /**
     * Adds to an {@code int}, as one volatile access; the sum wraps around.
     *
     * @param address of 4 bytes, a multiple of 4
     * @param delta the value to add
     * @return the previous value
     */
    public static int getAndAddInt(long address, int delta) {
        return foreign()
                ? ForeignOrderedMemory.getAndAddInt(address, delta)
                : UnsafeOrderedMemory.getAndAddInt(address, delta);
    }

    /**
     * Writes a {@code long} if the expected value is there, as one volatile access.
     *
     * @param address of 8 bytes, a multiple of 8
     * @param expected the expected value
     * @param value the value to write
     * @return whether {@code expected} was there, so that {@code value} was written
     */
    public static boolean compareAndSetLong(long address, long expected, long value) {
        return foreign()
                ? ForeignOrderedMemory.compareAndSetLong(address, expected, value)
                : UnsafeOrderedMemory.compareAndSetLong(address, expected, value);
    }

    /**
     * Adds to a {@code long}, as one volatile access; the sum wraps around.
     *
     * @param address of 8 bytes, a multiple of 8
     * @param delta the value to add
     * @return the previous value
     */
    public static long getAndAddLong(long address, long delta) {
        return foreign()
                ? ForeignOrderedMemory.getAndAddLong(address, delta)
                : UnsafeOrderedMemory.getAndAddLong(address, delta);
    }

    private static boolean foreign() {
        if (!ready) {
            prepare();
        }
        return Platform.FOREIGN;
    }

    private static synchronized void prepare() {
        if (ready) {
            return;
        }
        FirstUse.prepare();
        if (Platform.FOREIGN) {
            ForeignOrderedMemory.initialise();
        }
        ready = true;
    }
}
