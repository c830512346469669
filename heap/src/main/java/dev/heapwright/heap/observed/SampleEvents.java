package dev.heapwright.heap.observed;

import java.util.function.Supplier;

/** Where samples are reported; the JFR's classes are absent from some images. */
interface SampleEvents {
    /** Reports a sampled block to the JFR, if that records it. {@code weight} is in bytes. */
    void sampled(long size, long align, long weight, String allocator);

    /**
     * Returns those of this JVM.
     *
     * @param live takes a snapshot, from time to time
     */
    static SampleEvents find(Supplier<LiveSites> live) {
        try {
            return new FlightRecorderEvents(live);
        } catch (LinkageError absent) {
            return (size, align, weight, allocator) -> {};
        }
    }
}
