package dev.heapwright.heap.observed;

import dev.heapwright.heap.Binding;
import dev.heapwright.heap.Heap;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A place in the program that allocates, and how the program got there.
 *
 * @param frames the innermost first, beginning with the one that called {@link Heap}; at most 32
 */
public record CallSite(List<StackTraceElement> frames) {
    private static final int MOST = 32;
    private static final String OURS = CallSite.class.getPackageName() + ".";

    /** Copies the list. */
    public CallSite {
        frames = List.copyOf(frames);
    }

    /** Returns the place that a stack shows, without the frames of the heap and its glue. */
    static CallSite of(StackTraceElement... stack) {
        int first = 0;
        while (first < stack.length && isOurs(stack[first].getClassName())) {
            first++;
        }
        int end = Math.min(stack.length, first + MOST);
        return new CallSite(Arrays.asList(stack).subList(first, end));
    }

    private static boolean isOurs(String type) {
        return type.startsWith(OURS) || type.equals(Heap.class.getName()) || type.equals(Binding.class.getName());
    }

    /** {@return the frames as in a stack trace, a line each, each beginning with {@code at}} */
    @Override
    public String toString() {
        return frames.isEmpty()
                ? "at an unknown place"
                : frames.stream().map(frame -> "at " + frame).collect(Collectors.joining("\n"));
    }
}
