package dev.heapwright.testkit;

import dev.heapwright.testkit.block.CountedFunctions;
import dev.heapwright.testkit.block.Defect;
import dev.heapwright.testkit.block.Functions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Detects that an allocator hangs, in an endless loop or a deadlock. Such a thread cannot be stopped, so the code that
 * uses the allocator runs in a separate thread, and the test's own thread can continue.
 */
final class Watchdog {
    private static final String CALLERS = CountedFunctions.class.getPackageName() + ".";

    private Watchdog() {}

    /**
     * Runs a body that uses an allocator's functions.
     *
     * @param patience the longest time without any call returning
     * @throws Defect if the body finds one, or if no call returns within that time
     */
    static void run(Consumer<Functions> body, Functions functions, Duration patience) {
        CountedFunctions counted = new CountedFunctions(functions);
        ThreadGroup group = new ThreadGroup("heapwright-testkit");
        FutureTask<?> task = new FutureTask<>(() -> body.accept(counted), null);
        Thread thread = new Thread(group, task, "heapwright-testkit");
        thread.setDaemon(true);
        thread.start();
        long before = -1;
        while (true) {
            try {
                task.get(patience.toMillis(), TimeUnit.MILLISECONDS);
                return;
            } catch (TimeoutException e) {
                long now = counted.returned();
                if (now == before) {
                    throw hangs(group, patience);
                }
                before = now;
            } catch (ExecutionException e) {
                throw rethrown(e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while the allocator was tested", e);
            }
        }
    }

    private static RuntimeException rethrown(@Nullable Throwable thrown) {
        if (thrown instanceof Error error) {
            throw error;
        }
        throw thrown instanceof RuntimeException exception ? exception : new IllegalStateException(thrown);
    }

    private static Defect hangs(ThreadGroup group, Duration patience) {
        // Threads that start in the meantime do not matter: none has been running for that long.
        Thread[] threads = new Thread[group.activeCount() + 16];
        int count = group.enumerate(threads);
        List<String> lines = new ArrayList<>();
        for (Thread thread : Arrays.copyOf(threads, count)) {
            lines.addAll(stack(thread));
        }
        return Defect.of("a call did not return")
                .with("waited:", "%.3f seconds without a call returning".formatted(patience.toMillis() / 1000.0))
                .with("stacks:", lines.toArray(String[]::new));
    }

    /** {@return the stack down to where the allocator was called; none if the thread is not in one of its functions} */
    private static List<String> stack(Thread thread) {
        StackTraceElement[] frames = thread.getStackTrace();
        int end = 0;
        while (end < frames.length && !isCaller(frames[end])) {
            end++;
        }
        if (end == frames.length) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        lines.add("thread state: %s".formatted(thread.getState()));
        for (StackTraceElement frame : Arrays.copyOf(frames, end)) {
            lines.add("    at " + frame);
        }
        return lines;
    }

    private static boolean isCaller(StackTraceElement frame) {
        return frame.getClassName().startsWith(CALLERS);
    }
}
