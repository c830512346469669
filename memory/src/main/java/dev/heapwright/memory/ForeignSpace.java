package dev.heapwright.memory;

import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/** All memory, as a segment in which an offset is an address. A JVM may refuse access to it. */
final class ForeignSpace {
    /**
     * The segment and its handles. It is a record because the JIT treats the fields of a record in a {@code static
     * final} field as constants.
     */
    private record Access(MemorySegment segment, @Nullable Throwable refusal) {}

    private static @Nullable Access handedOver;

    /**
     * Initialised when its value has been prepared; {@link FirstUse} explains why. A program that gets its first
     * address from elsewhere may get here without that: checking on each access would cost more than the access.
     */
    private static final class Holder {
        static final Access ACCESS = access();

        private Holder() {}

        static void initialise() {}
    }

    private ForeignSpace() {}

    /** Creates it, or remembers from then on that it is refused. */
    static void prepare() {
        access();
        Holder.initialise();
    }

    /**
     * {@return the memory, a constant to the JIT}
     *
     * @throws NativeUnavailableError if this JVM denies native access, each time with the caller's stack
     */
    static MemorySegment all() {
        Throwable refusal = Holder.ACCESS.refusal;
        if (refusal != null) {
            throw NativeUnavailableError.of(refusal);
        }
        return Holder.ACCESS.segment;
    }

    private static synchronized Access access() {
        if (handedOver == null) {
            handedOver = asked();
        }
        return handedOver;
    }

    // If native access is denied, the error says so and names the option that allows it.
    @SuppressWarnings("restricted")
    private static Access asked() {
        try {
            return new Access(MemorySegment.NULL.reinterpret(Long.MAX_VALUE), null);
        } catch (Throwable refusal) {
            Handles.throwPassing(refusal);
            return new Access(MemorySegment.NULL, refusal);
        }
    }
}
