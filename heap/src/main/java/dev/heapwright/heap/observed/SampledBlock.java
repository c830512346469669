package dev.heapwright.heap.observed;

import org.jspecify.annotations.Nullable;

/** A sampled block that is live, in the list of those whose addresses have the same place in {@link SampledBlocks}. */
final class SampledBlock {
    final long address;
    final long size;

    /** How many blocks of its size it stands for. */
    final double weight;

    /** Where it was allocated; null once {@link #site} is known. */
    private @Nullable Trace trace;

    private @Nullable CallSite site;

    /** Changed under the lock of {@link SampledBlocks} only. */
    @Nullable
    SampledBlock next;

    SampledBlock(long address, long size, double weight, Trace trace) {
        this.address = address;
        this.size = size;
        this.weight = weight;
        this.trace = trace;
    }

    /** Returns where it was allocated. Looking up the names takes some microseconds, the first time. */
    synchronized CallSite site(CallSites sites) {
        CallSite known = site;
        if (known == null) {
            known = sites.of(trace == null ? new StackTraceElement[0] : trace.getStackTrace());
            site = known;
            trace = null;
        }
        return known;
    }
}
