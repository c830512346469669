package dev.heapwright.heap.checked;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * The threads that may still free blocks while the JVM ends. Shutdown hooks run at the same time, in no particular
 * order, and the JVM does not reveal which threads they are: so every thread counts that is neither a daemon nor part
 * of an executor.
 */
final class OtherThreads {
    private static final int MOST_NAMES = 10;

    /** In seconds, an hour at most: a build that waits forever reports nothing. */
    private static final long LONGEST_WAIT =
            TimeUnit.SECONDS.toNanos(Math.max(0, Math.min(3600, Long.getLong("heapwright.checked.wait", 5))));

    private static final String HOOKS = "java.lang.ApplicationShutdownHooks";

    private final long end = System.nanoTime() + LONGEST_WAIT;

    private void awaitHooksStarted() {
        while (isTimeLeft() && Thread.getAllStackTraces().values().stream().noneMatch(OtherThreads::joinsHooks)) {
            pause();
        }
    }

    /**
     * Waits until the JVM has started all hooks and they have ended, until nothing is left for them to do, or until the
     * time is up, measured from the creation of this object.
     *
     * @return the names of those that are still running
     */
    List<String> await(BooleanSupplier anythingLeft) {
        if (anythingLeft.getAsBoolean()) {
            awaitHooksStarted();
        }
        while (anythingLeft.getAsBoolean()) {
            List<String> running = running();
            if (running.isEmpty() || !isTimeLeft()) {
                return running;
            }
            pause();
        }
        return List.of();
    }

    private boolean isTimeLeft() {
        return end - System.nanoTime() > 0;
    }

    private static List<String> running() {
        return Thread.getAllStackTraces().entrySet().stream()
                .filter(OtherThreads::mayBeHook)
                .map(thread -> thread.getKey().getName())
                .sorted()
                .limit(MOST_NAMES)
                .toList();
    }

    private static boolean mayBeHook(Map.Entry<Thread, StackTraceElement[]> entry) {
        Thread thread = entry.getKey();
        StackTraceElement[] stack = entry.getValue();
        return thread != Thread.currentThread()
                && !thread.isDaemon()
                && stack.length > 0
                && Arrays.stream(stack)
                        .map(StackTraceElement::getClassName)
                        .noneMatch(name -> name.equals(HOOKS)
                                || name.equals("java.lang.Shutdown")
                                || name.startsWith(ThreadPoolExecutor.class.getName()));
    }

    private static boolean joinsHooks(StackTraceElement... stack) {
        boolean joins = false;
        for (StackTraceElement frame : stack) {
            joins |= frame.getMethodName().equals("join");
            if (frame.getClassName().equals(HOOKS)) {
                return joins;
            }
        }
        return false;
    }

    private static void pause() {
        try {
            Thread.sleep(10);
        } catch (InterruptedException e) {
            // A hook cannot be asked to stop: wait for the rest of the time.
        }
    }
}
