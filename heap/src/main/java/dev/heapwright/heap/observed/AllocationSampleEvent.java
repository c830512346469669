package dev.heapwright.heap.observed;

import jdk.jfr.Category;
import jdk.jfr.DataAmount;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** A block that was sampled, with the stack on which it was allocated. */
@Name("dev.heapwright.AllocationSample")
@Label("Native Allocation Sample")
@Description("A block of native memory that was allocated through the heap, one of many")
@Category("Heapwright")
@StackTrace
@SuppressWarnings("UnusedVariable") // The JFR reads the fields.
final class AllocationSampleEvent extends Event {
    @Label("Size")
    @Description("What the program asked for")
    @DataAmount
    private final long size;

    @Label("Alignment")
    @DataAmount
    private final long align;

    @Label("Weight")
    @Description("How many allocated bytes this sample stands for: their sum estimates what was allocated")
    @DataAmount
    private final long weight;

    @Label("Allocator")
    private final String allocator;

    private AllocationSampleEvent(long size, long align, long weight, String allocator) {
        this.size = size;
        this.align = align;
        this.weight = weight;
        this.allocator = allocator;
    }

    static void commit(long size, long align, long weight, String allocator) {
        AllocationSampleEvent event = new AllocationSampleEvent(size, align, weight, allocator);
        if (event.shouldCommit()) {
            event.commit();
        }
    }
}
