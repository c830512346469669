package dev.heapwright.heap.observed;

/**
 * How much memory from one place in the program is live, or how much more than before.
 *
 * @param site where it was allocated
 * @param bytes how many bytes, estimated from the samples; in a difference they may be negative
 * @param blocks how many blocks, likewise
 */
public record LiveSite(CallSite site, long bytes, long blocks) {
    /** {@return two numbers and the place: {@code 1048576 bytes in 16 blocks}, and its frames below} */
    @Override
    public String toString() {
        return "%d bytes in %d %s%n  %s"
                .formatted(
                        bytes,
                        blocks,
                        Math.abs(blocks) == 1 ? "block" : "blocks",
                        site.toString().replace("\n", "\n  "))
                .replace("\r\n", "\n");
    }
}
