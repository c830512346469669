package dev.heapwright.memory;

import static java.lang.invoke.MethodType.methodType;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/**
 * Creates handles even if the platform refuses: such a handle throws {@link NativeUnavailableError} whenever it is
 * used. This costs nothing for handles that work. For a failure that may be temporary, no handle is created and the
 * error is thrown.
 */
final class Handles {
    private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();

    private Handles() {}

    /** Creates a handle, or throws. */
    @FunctionalInterface
    interface Link {
        MethodHandle handle() throws Throwable;
    }

    /** The handle that {@code link} creates, as {@code type}; if it fails, a handle that throws an explanation. */
    static MethodHandle orRefusing(MethodType type, Link link) {
        try {
            return link.handle().asType(type);
        } catch (Throwable refusal) {
            throwPassing(refusal);
            return refusing(type, refusal);
        }
    }

    /**
     * Throws what must not be cached, because its cause may be gone at the next attempt.
     *
     * @param refusal what was thrown, or its cause
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

    /** Rethrows what {@code invokeExact} threw: the handles created here throw no checked exceptions. */
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
