package dev.heapwright.testkit;

import dev.heapwright.testkit.block.Defect;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;

/** Runs tasks at the same time. */
final class Threads {
    private Threads() {}

    /**
     * Runs each task in a thread of its own, and waits until all have ended. They are daemon threads, so that a hanging
     * allocator does not keep the JVM from exiting, and belong to the thread group of the caller, which {@link
     * Watchdog} inspects.
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
     * Runs an operation repeatedly.
     *
     * @param times how often
     * @param failed whether to stop because a thread has found a defect; set if this thread finds one
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
