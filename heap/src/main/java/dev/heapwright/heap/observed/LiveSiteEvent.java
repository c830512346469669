package dev.heapwright.heap.observed;

import jdk.jfr.Category;
import jdk.jfr.DataAmount;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.Period;
import jdk.jfr.StackTrace;

/** How much memory from one call site is live at a time, and how much more than at the time before. */
@Name("dev.heapwright.LiveSite")
@Label("Live Native Memory by Call Site")
@Description("How much native memory that was allocated in one place is live, estimated from samples")
@Category("Heapwright")
@Period("everyChunk")
@StackTrace(false)
@SuppressWarnings("UnusedVariable") // The JFR reads the fields.
final class LiveSiteEvent extends Event {
    @Label("Bytes")
    @DataAmount
    private final long bytes;

    @Label("Blocks")
    private final long blocks;

    @Label("Growth")
    @Description("Since the last time that this was recorded")
    @DataAmount
    private final long growth;

    @Label("Site")
    @Description("Where it was allocated: the frames of the stack, the innermost first")
    private final String site;

    LiveSiteEvent(LiveSite live, long growth) {
        bytes = live.bytes();
        blocks = live.blocks();
        this.growth = growth;
        site = live.site().toString();
    }
}
