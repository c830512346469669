package dev.heapwright.memory;

import static java.lang.invoke.MethodType.methodType;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;

/** {@link Memory} by the FFM API. */
final class ForeignMemory {
    static final VarHandle BYTE = Foreign.variable("JAVA_BYTE", byte.class);
    static final VarHandle SHORT = Foreign.variable("JAVA_SHORT_UNALIGNED", short.class);
    static final VarHandle INT = Foreign.variable("JAVA_INT_UNALIGNED", int.class);
    static final VarHandle LONG = Foreign.variable("JAVA_LONG_UNALIGNED", long.class);

    private static final MethodHandle COPY =
            Handles.orRefusing(methodType(void.class, long.class, long.class, long.class), () -> {
                Object everything = Foreign.everything();
                // (segment, offset, segment, offset, bytes)
                MethodHandle copy = Foreign.segmentStatic(
                        "copy", void.class, Foreign.SEGMENT, long.class, Foreign.SEGMENT, long.class, long.class);
                return MethodHandles.insertArguments(MethodHandles.insertArguments(copy, 2, everything), 0, everything);
            });

    private static final MethodHandle FILL =
            Handles.orRefusing(methodType(void.class, long.class, long.class, byte.class), () -> {
                MethodHandle slice = Foreign.segmentMethod("asSlice", Foreign.SEGMENT, long.class, long.class)
                        .bindTo(Foreign.everything());
                MethodHandle fill = Foreign.segmentMethod("fill", Foreign.SEGMENT, byte.class);
                return MethodHandles.collectArguments(fill, 0, slice);
            });

    private static final MethodHandle MISMATCH =
            Handles.orRefusing(methodType(long.class, long.class, long.class, long.class, long.class), () -> {
                Object everything = Foreign.everything();
                // (segment, from, to, segment, from, to)
                MethodHandle mismatch = Foreign.segmentStatic(
                        "mismatch",
                        long.class,
                        Foreign.SEGMENT,
                        long.class,
                        long.class,
                        Foreign.SEGMENT,
                        long.class,
                        long.class);
                return MethodHandles.insertArguments(
                        MethodHandles.insertArguments(mismatch, 3, everything), 0, everything);
            });

    private static final MethodHandle COPY_TO_ARRAY =
            Handles.orRefusing(methodType(void.class, long.class, byte[].class, int.class, int.class), () -> {
                // (segment, layout, offset, array, index, count)
                MethodHandle copy = Foreign.segmentStatic(
                        "copy",
                        void.class,
                        Foreign.SEGMENT,
                        Foreign.LAYOUT,
                        long.class,
                        Object.class,
                        int.class,
                        int.class);
                return MethodHandles.insertArguments(copy, 0, Foreign.everything(), Foreign.layout("JAVA_BYTE"));
            });

    private static final MethodHandle COPY_FROM_ARRAY =
            Handles.orRefusing(methodType(void.class, byte[].class, int.class, long.class, int.class), () -> {
                // (array, index, segment, layout, offset, count)
                MethodHandle copy = Foreign.segmentStatic(
                        "copy",
                        void.class,
                        Object.class,
                        int.class,
                        Foreign.SEGMENT,
                        Foreign.LAYOUT,
                        long.class,
                        int.class);
                return MethodHandles.insertArguments(copy, 2, Foreign.everything(), Foreign.layout("JAVA_BYTE"));
            });

    private static final MethodHandle BYTE_BUFFER =
            Handles.orRefusing(methodType(ByteBuffer.class, long.class, int.class), () -> {
                MethodHandle slice = Foreign.segmentMethod("asSlice", Foreign.SEGMENT, long.class, long.class)
                        .bindTo(Foreign.everything());
                return MethodHandles.filterReturnValue(slice, Foreign.segmentMethod("asByteBuffer", ByteBuffer.class));
            });

    private ForeignMemory() {}

    static void copy(long source, long target, long bytes) {
        try {
            COPY.invokeExact(source, target, bytes);
        } catch (Throwable thrown) {
            throw Handles.rethrown(thrown);
        }
    }

    static void fill(long address, long bytes, byte value) {
        try {
            FILL.invokeExact(address, bytes, value);
        } catch (Throwable thrown) {
            throw Handles.rethrown(thrown);
        }
    }

    static long mismatch(long a, long b, long bytes) {
        try {
            return (long) MISMATCH.invokeExact(a, a + bytes, b, b + bytes);
        } catch (Throwable thrown) {
            throw Handles.rethrown(thrown);
        }
    }

    static void copyToArray(long source, byte[] target, int offset, int length) {
        try {
            COPY_TO_ARRAY.invokeExact(source, target, offset, length);
        } catch (Throwable thrown) {
            throw Handles.rethrown(thrown);
        }
    }

    static void copyFromArray(byte[] source, int offset, long target, int length) {
        try {
            COPY_FROM_ARRAY.invokeExact(source, offset, target, length);
        } catch (Throwable thrown) {
            throw Handles.rethrown(thrown);
        }
    }

    static ByteBuffer byteBuffer(long address, int size) {
        try {
            return (ByteBuffer) BYTE_BUFFER.invokeExact(address, size);
        } catch (Throwable thrown) {
            throw Handles.rethrown(thrown);
        }
    }
}
