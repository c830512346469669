package dev.heapwright.foreign;

import org.jspecify.annotations.Nullable;

/** What to throw if several steps are all performed, even if some fail: the first failure, as in the JDK's arenas. */
final class Thrown {
    private Thrown() {}

    /** {@return the first of two failures, which suppresses the other} */
    @SuppressWarnings("ReferenceEquality") // A Throwable cannot suppress itself.
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
     * {@return never} Throws a failure unchanged.
     *
     * @param <T> the type that the compiler infers: a cleanup action may have thrown an undeclared checked exception
     */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    static <T extends Throwable> RuntimeException raise(Throwable thrown) throws T {
        throw (T) thrown;
    }
}
