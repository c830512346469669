package dev.heapwright.heap;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Explains the stack overflow of an allocator that calls the heap it serves. The build rejects an allocator if such a
 * call is visible in its code; calls through a {@link java.util.ServiceLoader} or reflection show up only here.
 */
final class CircularCall {
    private static final int MOST_LINES = 16;
    private static final int LONGEST_CHAIN = 100;

    private CircularCall() {}

    /**
     * {@return what to throw instead of the allocator's error: the error itself, unless the heap and the allocator have
     * called each other until the stack overflowed}
     *
     * @param error thrown by the allocator
     * @param allocator its name
     */
    static Error explained(Error error, String allocator) {
        Throwable cause = error;
        // A service loader wraps errors. Of the nested calls, the innermost one has already explained it.
        for (int i = 0; i < LONGEST_CHAIN && cause != null; i++) {
            if (cause instanceof BindingError circular && circular.isCircular()) {
                return circular;
            }
            if (cause instanceof StackOverflowError overflow) {
                List<StackTraceElement> cycle = cycle(overflow.getStackTrace());
                return cycle.isEmpty() ? error : error(allocator, cycle);
            }
            cause = cause.getCause();
        }
        return error;
    }

    /**
     * {@return the frames from one call of the heap to the one nested in it, innermost first; none if there is only
     * one}
     */
    private static List<StackTraceElement> cycle(StackTraceElement... stack) {
        List<StackTraceElement> frames = Arrays.asList(stack);
        List<Integer> calls = new ArrayList<>();
        for (int i = 0; i + 1 < frames.size() && calls.size() < 2; i++) {
            if (isHeap(frames.get(i)) && !isHeap(frames.get(i + 1))) {
                calls.add(i);
            }
        }
        return calls.size() < 2 ? List.of() : frames.subList(calls.get(0) + 1, calls.get(1) + 1);
    }

    private static boolean isHeap(StackTraceElement frame) {
        return frame.getClassName().equals(Heap.class.getName());
    }

    /** Up to Java 21, reflection generates classes that are not in any module. */
    private static boolean isJdk(StackTraceElement frame) {
        return "java.base".equals(frame.getModuleName()) || frame.getClassName().startsWith("jdk.internal.reflect.");
    }

    private static BindingError error(String allocator, List<StackTraceElement> cycle) {
        List<String> details = new ArrayList<>();
        details.add("until the stack overflowed; one iteration, without frames of java.base");
        int frames = 0;
        for (StackTraceElement frame : cycle) {
            if (!isJdk(frame) && ++frames <= MOST_LINES) {
                details.add("  at " + frame);
            }
        }
        if (frames > MOST_LINES) {
            details.add("  ... and " + (frames - MOST_LINES) + " more");
        }
        return new BindingError(
                BindingError.CIRCULAR_DEPENDENCY,
                "circular dependency: allocator " + allocator + " calls the heap bound to it",
                details,
                "an allocator may only use code that needs no allocator; get memory from dev.heapwright.memory.CHeap instead");
    }
}
