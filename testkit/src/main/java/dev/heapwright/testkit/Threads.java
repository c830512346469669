package dev.heapwright.testkit;

import dev.heapwright.testkit.block.Defect;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;

/** Things that happen at the same time. */
final class Threads {
    private Threads() {}

    /**
     * Does each in a thread of its own, and waits until all have ended. They are daemons, so that an allocator that
     * hangs does not keep the JVM from its end, and in the group of whoever starts them, where {@link Watchdog} looks.
     *
     * @throws Defect that the first of them found, in the order of the list
     */
    static void run(List<Runnable> tasks) {
        Map<Thread, FutureTask<?>> running = new LinkedHashMap<>();
        for (Runnable task : tasks) {
            FutureTask<?> future = new FutureTask<>(task, null);
            Thread thread = new Thread(future, "heapwright-testkit");
            thread.setDaemon(true);
            running.put(thread, future);
            thread.start();
        }
        try {
            for (Thread thread : running.keySet()) {
                thread.join();
            }
            for (FutureTask<?> task : running.values()) {
                task.get();
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Defect defect) {
                throw defect;
            }
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /**
     * Does something again and again.
     *
     * @param times how often
     * @param failed whether to stop, as another thread has found a defect; this one tells others so
     * @throws Defect that the operation finds
     */
    static void repeat(long times, AtomicBoolean failed, Runnable operation) {
        try {
            for (long i = 0; i < times && !failed.get(); i++) {
                operation.run();
            }
        } catch (Defect defect) {
            failed.set(true);
            throw defect;
        }
    }
}
