package dev.heapwright.memory;

import static java.lang.invoke.MethodType.methodType;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/**
 * Handles that are made also where the platform refuses: the handle is then one that throws {@link
 * NativeUnavailableError} whenever it is used. What works pays nothing for that. What fails for a reason that may pass
 * makes no handle, and is thrown.
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
            throwPassing(refusal);
            return refusing(type, refusal);
        }
    }

    /**
     * Throws what must not be remembered, because it may have passed when the same is tried again.
     *
     * @param refusal what was thrown, or what it says was its cause
     */
    static void throwPassing(Throwable refusal) {
        for (Throwable each = refusal; each != null; each = each.getCause()) {
            if (each instanceof VirtualMachineError passing) {
                throw passing;
            }
            if (each instanceof NativeUnavailableError unavailable && unavailable.mayPass()) {
                throw unavailable;
            }
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
