package dev.heapwright.heap.checked;

import dev.heapwright.heap.Heap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * A place in the program, identified by the frames that led there. Two blocks from the same place have equal sites.
 *
 * @param frames starting with the caller of the heap; none if the place was not recorded
 * @param more how many frames followed; -1 if the place was deliberately not recorded
 */
record Site(List<StackTraceElement> frames, int more) implements Origin {
    /** Represents places beyond those that are kept. */
    static final Site UNRECORDED = new Site(List.of(), 0);

    /** Represents the place of a call that was not recorded. */
    static final Site NOT_SAMPLED = new Site(List.of(), -1);

    private static final int MOST_LINES = 16;
    private static final Set<String> OURS =
            Set.of(Reentry.class.getName(), CheckedBinding.class.getName(), Heap.class.getName());

    /** {@return the place that a stack shows, without the frames of the heap itself} */
    static Site of(StackTraceElement... stack) {
        int first = 0;
        while (first < stack.length && OURS.contains(stack[first].getClassName())) {
            first++;
        }
        int end = Math.min(stack.length, first + MOST_LINES);
        return new Site(List.of(Arrays.copyOfRange(stack, first, end)), stack.length - end);
    }

    @Override
    public Site site() {
        return this;
    }

    /** {@return whether the call was recorded} */
    boolean isSampled() {
        return more >= 0;
    }

    /** {@return the frames as text} */
    List<String> lines() {
        if (!isSampled()) {
            return List.of("at a place that was not recorded; set -Dheapwright.checked.stacks=all to record all");
        }
        if (frames.isEmpty()) {
            return List.of("at places that were not recorded, beyond the first " + Sites.MOST);
        }
        List<String> lines = new ArrayList<>();
        frames.forEach(frame -> lines.add("at " + frame));
        if (more > 0) {
            lines.add("... and " + more + " more");
        }
        return lines;
    }
}
