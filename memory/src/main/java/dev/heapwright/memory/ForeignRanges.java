package dev.heapwright.memory;

import static java.lang.invoke.MethodType.methodType;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.nio.ByteBuffer;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What {@link Memory} does with more than one value, by the FFM API. It is a record because the JIT takes the fields of a
 * record in a {@code static final} field for constants, and so inlines what these handles do.
 */
record ForeignRanges(
        MethodHandle copy,
        MethodHandle fill,
        MethodHandle mismatch,
        MethodHandle copyToArray,
        MethodHandle copyFromArray,
        MethodHandle byteBuffer) {
    private static boolean ready;
    private static @Nullable ForeignRanges handedOver;

    /** Initialised when there is something to take over; {@link FirstUse} tells why. */
    private static final class Holder {
        static final ForeignRanges RANGES = Objects.requireNonNull(handedOver);

        private Holder() {}

        static void initialise() {}
    }

    static ForeignRanges ranges() {
        if (!ready) {
            make();
        }
        return Holder.RANGES;
    }

    private static synchronized void make() {
        if (!ready) {
            FirstUse.prepare();
            handedOver = new ForeignRanges(
                    makeCopy(), makeFill(), makeMismatch(), makeCopyToArray(), makeCopyFromArray(), makeByteBuffer());
            Holder.initialise();
            ready = true;
        }
    }

    private static MethodHandle makeCopy() {
        return Handles.orRefusing(methodType(void.class, long.class, long.class, long.class), () -> {
            Object everything = Foreign.everything();
            // (segment, offset, segment, offset, bytes)
            MethodHandle copy = Foreign.segmentStatic(
                    "copy", void.class, Foreign.SEGMENT, long.class, Foreign.SEGMENT, long.class, long.class);
            return MethodHandles.insertArguments(MethodHandles.insertArguments(copy, 2, everything), 0, everything);
        });
    }

    private static MethodHandle makeFill() {
        return Handles.orRefusing(methodType(void.class, long.class, long.class, byte.class), () -> {
            MethodHandle slice = Foreign.segmentMethod("asSlice", Foreign.SEGMENT, long.class, long.class)
                    .bindTo(Foreign.everything());
            MethodHandle fill = Foreign.segmentMethod("fill", Foreign.SEGMENT, byte.class);
            return MethodHandles.collectArguments(fill, 0, slice);
        });
    }

    private static MethodHandle makeMismatch() {
        return Handles.orRefusing(methodType(long.class, long.class, long.class, long.class, long.class), () -> {
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
            return MethodHandles.insertArguments(MethodHandles.insertArguments(mismatch, 3, everything), 0, everything);
        });
    }

    private static MethodHandle makeCopyToArray() {
        return Handles.orRefusing(methodType(void.class, long.class, byte[].class, int.class, int.class), () -> {
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
    }

    private static MethodHandle makeCopyFromArray() {
        return Handles.orRefusing(methodType(void.class, byte[].class, int.class, long.class, int.class), () -> {
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
    }

    private static MethodHandle makeByteBuffer() {
        return Handles.orRefusing(methodType(ByteBuffer.class, long.class, int.class), () -> {
            MethodHandle slice = Foreign.segmentMethod("asSlice", Foreign.SEGMENT, long.class, long.class)
                    .bindTo(Foreign.everything());
            return MethodHandles.filterReturnValue(slice, Foreign.segmentMethod("asByteBuffer", ByteBuffer.class));
        });
    }
}
