package dev.heapwright.heap;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Explains the stack overflow of an allocator that calls the heap which it serves. The build refuses one whose code shows
 * it; what is found by a {@link java.util.ServiceLoader} or by its name shows only here.
 */
final class CircularCall {
    private static final int MOST_LINES = 16;
    private static final int LONGEST_CHAIN = 100;

    private CircularCall() {}

    /**
     * {@return what to throw in place of an error of the allocator's: the error itself, unless the heap has called the
     * allocator within the allocator until the stack was full}
     *
     * @param error what the allocator has thrown
     * @param allocator its name
     */
    static Error explained(Error error, String allocator) {
        Throwable cause = error;
        // A service loader wraps what it meets. Of the calls within one another, the innermost has explained it
        // already.
        for (int i = 0; i < LONGEST_CHAIN && cause != null; i++) {
            if (cause instanceof BindingError circular && circular.isCircular()) {
                return circular;
            }
            if (cause instanceof StackOverflowError overflow) {
                List<StackTraceElement> cycle = cycle(overflow.getStackTrace());
                return cycle.isEmpty() ? error : BindingError.circular(message(allocator, cycle));
            }
            cause = cause.getCause();
        }
        return error;
    }

    /** {@return the frames from one call of the heap to the one within it, innermost first; none if there is but one} */
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

    /** Up to Java 21, reflection generates classes which are in no module. */
    private static boolean isJdk(StackTraceElement frame) {
        return "java.base".equals(frame.getModuleName()) || frame.getClassName().startsWith("jdk.internal.reflect.");
    }

    private static String message(String allocator, List<StackTraceElement> cycle) {
        List<String> lines = cycle.stream()
                .filter(frame -> !isJdk(frame))
                .map(frame -> "      at " + frame + "\n")
                .toList();
        String more = lines.size() > MOST_LINES ? "      ... and " + (lines.size() - MOST_LINES) + " more\n" : "";
        return """
                [Heapwright/CircularDependency] circular dependency: allocator %s calls the heap that is bound to it
                    until the stack was full; once around, without frames of java.base
                %s  help: let an allocator use only code that needs none; take memory with dev.heapwright.memory.CHeap there
                  more: mvn heapwright:explain -Did=CircularDependency""".formatted(allocator, lines.stream().limit(MOST_LINES).collect(Collectors.joining()) + more);
    }
}
