package dev.heapwright.heap.checked;

import dev.heapwright.heap.Heap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * Where in the program a block was allocated or given back. Every block has one: what a {@link Throwable} records of
 * the stack is a fraction of what a {@link StackWalker} makes of it, and becomes names only when it is printed.
 */
final class Trace {
    private static final int MOST_LINES = 16;
    private static final Set<String> OURS =
            Set.of(Trace.class.getName(), CheckedBinding.class.getName(), Heap.class.getName());

    private final Throwable stack = new Throwable();

    /** {@return the frames as text, from the one that called the heap on} */
    List<String> lines() {
        List<StackTraceElement> frames = Arrays.stream(stack.getStackTrace())
                .dropWhile(frame -> OURS.contains(frame.getClassName()))
                .toList();
        List<String> lines = new ArrayList<>();
        frames.stream().limit(MOST_LINES).forEach(frame -> lines.add("at " + frame));
        if (frames.size() > MOST_LINES) {
            lines.add("... and " + (frames.size() - MOST_LINES) + " more");
        }
        return lines;
    }
}
