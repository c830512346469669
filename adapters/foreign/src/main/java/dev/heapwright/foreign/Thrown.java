package dev.heapwright.foreign;

import org.jspecify.annotations.Nullable;

/** What is thrown where several steps are all taken, whatever becomes of each: the first failure, as the JDK's arenas do it. */
final class Thrown {
    private Thrown() {}

    /** {@return the first of two failures, which suppresses the other} */
    @SuppressWarnings("ReferenceEquality") // Only itself is what a Throwable cannot suppress.
    static Throwable first(@Nullable Throwable before, Throwable next) {
        if (before == null) {
            return next;
        }
        if (before != next) {
            before.addSuppressed(next);
        }
        return before;
    }

    /**
     * {@return never} Throws a failure as it is.
     *
     * @param <T> what the compiler takes it for: a cleanup action may have thrown a checked exception that it did not declare
     */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    static <T extends Throwable> RuntimeException raise(Throwable thrown) throws T {
        throw (T) thrown;
    }
}
