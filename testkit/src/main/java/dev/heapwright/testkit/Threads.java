package dev.heapwright.testkit;

import dev.heapwright.testkit.block.Defect;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Things that happen at the same time. */
final class Threads {
    private Threads() {}

    /**
     * Does each in a thread of its own, and waits for all.
     *
     * @throws Defect that the first of them found, in the order of the list
     */
    static void run(List<Runnable> tasks) {
        ExecutorService executor = Executors.newFixedThreadPool(tasks.size());
        try {
            List<Future<?>> running = new ArrayList<>();
            tasks.forEach(task -> running.add(executor.submit(task)));
            for (Future<?> task : running) {
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
        } finally {
            executor.shutdown();
        }
    }
}
