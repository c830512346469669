package dev.heapwright.memory;

import static java.lang.invoke.MethodType.methodType;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/**
 * Handles for {@code static final} fields that cannot fail to be made. Where the platform refuses, the handle is one
 * that throws {@link NativeUnavailableError} whenever it is used: a static initialiser that throws says why once, and
 * from then on just {@code NoClassDefFoundError}. What works pays nothing for that.
 */
final class Handles {
    private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();

    private Handles() {}

    /** Makes a handle, or is refused it. */
    @FunctionalInterface
    interface Link {
        MethodHandle handle() throws Throwable;
    }

    /** The handle that {@code link} makes, as {@code type}; one that explains the refusal where it makes none. */
    static MethodHandle orRefusing(MethodType type, Link link) {
        try {
            return link.handle().asType(type);
        } catch (Throwable refusal) {
            return refusing(type, refusal);
        }
    }

    /** A handle of {@code type} that throws a new error, with the caller's stack trace, each time. */
    static MethodHandle refusing(MethodType type, Throwable refusal) {
        try {
            MethodHandle newError = LOOKUP.findStatic(
                            NativeUnavailableError.class,
                            "of",
                            methodType(NativeUnavailableError.class, Throwable.class))
                    .bindTo(refusal);
            MethodHandle thrower = MethodHandles.throwException(type.returnType(), NativeUnavailableError.class);
            return MethodHandles.dropArguments(
                    MethodHandles.collectArguments(thrower, 0, newError), 0, type.parameterList());
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("NativeUnavailableError.of", e);
        }
    }

    /** What {@code invokeExact} threw, on its way to the caller: the handles made here throw nothing checked. */
    static RuntimeException rethrown(Throwable thrown) {
        if (thrown instanceof RuntimeException unchecked) {
            return unchecked;
        }
        if (thrown instanceof Error error) {
            throw error;
        }
        return new IllegalStateException(thrown);
    }
}
