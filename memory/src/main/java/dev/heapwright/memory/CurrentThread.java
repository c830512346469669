package dev.heapwright.memory;

import static java.lang.invoke.MethodType.methodType;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.jspecify.annotations.Nullable;

/**
 * What the JVM knows about the thread that calls. A thread's identifier that nobody can override and that is never
 * given again exists from Java 19 on, virtual threads from Java 21 on; before 21 this knows no thread.
 */
public final class CurrentThread {
    private CurrentThread() {}

    /** {@return the identifier of the thread that calls, or 0 if it is not known} */
    public static long id() {
        return Platform.FOREIGN ? ForeignThread.id() : ByHandle.id();
    }

    /** {@return whether the thread that calls is known, and is a thread of the operating system} */
    public static boolean isPlatform() {
        return Platform.FOREIGN ? ForeignThread.isPlatform() : ByHandle.isPlatform();
    }

    /** On Java 21, for which nothing is compiled. */
    private static final class ByHandle {
        private static final @Nullable MethodHandle IS_VIRTUAL = method("isVirtual", methodType(boolean.class));
        private static final @Nullable MethodHandle ID =
                IS_VIRTUAL == null ? null : method("threadId", methodType(long.class));

        private ByHandle() {}

        static long id() {
            if (ID == null) {
                return 0;
            }
            try {
                return (long) ID.invokeExact(Thread.currentThread());
            } catch (Throwable thrown) {
                throw new AssertionError(thrown);
            }
        }

        static boolean isPlatform() {
            if (IS_VIRTUAL == null) {
                return false;
            }
            try {
                return !(boolean) IS_VIRTUAL.invokeExact(Thread.currentThread());
            } catch (Throwable thrown) {
                throw new AssertionError(thrown);
            }
        }

        private static @Nullable MethodHandle method(String name, MethodType type) {
            try {
                return Runtime.version().feature() < 21
                        ? null
                        : MethodHandles.publicLookup().findVirtual(Thread.class, name, type);
            } catch (ReflectiveOperationException e) {
                return null;
            }
        }
    }
}
