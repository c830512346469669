package dev.heapwright.memory;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import org.jspecify.annotations.Nullable;

/**
 * Has the JDK load and generate what its first native function takes, in a thread of its own, while the caller's thread looks
 * for the glue and for the library's file: that is about half of a cold start each. The JDK keeps the result for the functions
 * of that type, and if there is none, they are linked as they would have been without.
 *
 * <p>The thread needs nothing but classes of the JDK, so it waits for no class loader; and in case that it ever waits for
 * anything, the caller's thread does not wait for it long.
 */
final class ForeignEarlyLink implements Runnable {
    private static final long PATIENCE_MILLIS = 2_000;

    private static boolean isBegun;
    private static volatile @Nullable Thread thread;

    private ForeignEarlyLink() {}

    /** Begins, once; not if it would only take turns with the caller. */
    static synchronized void begin() {
        if (isBegun || Runtime.getRuntime().availableProcessors() == 1) {
            return;
        }
        isBegun = true;
        try {
            Thread linking = new Thread(null, new ForeignEarlyLink(), "Heapwright start", 0, false);
            linking.setDaemon(true);
            linking.setContextClassLoader(null);
            linking.start();
            thread = linking;
        } catch (OutOfMemoryError noThread) {
            // It does without.
        }
    }

    /** Waits until it has ended, if it has begun. */
    static void await() {
        Thread linking = thread;
        if (linking == null) {
            return;
        }
        try {
            linking.join(PATIENCE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        thread = null;
    }

    @Override
    // If native access is denied, the caller is told when it links a function.
    @SuppressWarnings("restricted")
    public void run() {
        try {
            Linker.nativeLinker()
                    .downcallHandle(
                            FunctionDescriptor.of(JAVA_LONG, JAVA_LONG, JAVA_INT), Linker.Option.critical(false));
        } catch (RuntimeException | Error refusal) {
            // The caller's thread is told, too.
        }
    }
}
