package dev.heapwright.jemalloc;

import dev.heapwright.memory.CHeap;
import dev.heapwright.memory.FirstUse;
import dev.heapwright.memory.NativeLibrary;
import dev.heapwright.memory.NativeUnavailableError;
import java.lang.invoke.MethodHandle;
import org.jspecify.annotations.Nullable;

/**
 * What jemalloc keeps for a thread: up to 200 blocks of each size up to 14 KiB, and up to 20 of those up to 32 KiB. It
 * becomes less only as it is used, and behind a front it seldom is.
 */
final class ThreadCache {
    private static @Nullable ThreadCache linked;

    private final MethodHandle mallctl;

    /** The name of the command, which stays as the library does. */
    private final long command;

    private ThreadCache(MethodHandle mallctl, long command) {
        this.mallctl = mallctl;
        this.command = command;
    }

    /** Empties that of the thread that calls. If something is missing, nothing happens. */
    static void flush() {
        try {
            ThreadCache cache = linked;
            if (cache == null) {
                link();
            } else {
                cache.execute();
            }
        } catch (VirtualMachineError | NativeUnavailableError scarce) {
            // It is called again.
        }
    }

    /** Links the function, and empties the cache, which has the JVM link the call as well. */
    private static synchronized void link() {
        if (linked == null) {
            FirstUse.prepare();
            MethodHandle mallctl = Mallctl.linked();
            long command = CHeap.malloc(Mallctl.NAME_BYTES);
            if (command != 0) {
                Mallctl.putName("thread.tcache.flush", command);
                ThreadCache cache = new ThreadCache(mallctl, command);
                cache.execute();
                linked = cache;
            }
        }
    }

    private void execute() {
        try {
            // With the option tcache:false there is none, which is an error to jemalloc.
            int ignored = (int) mallctl.invokeExact(command, 0L, 0L, 0L, 0L);
        } catch (Throwable thrown) {
            throw NativeLibrary.rethrown(thrown);
        }
    }
}
