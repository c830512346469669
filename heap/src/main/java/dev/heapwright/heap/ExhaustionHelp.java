package dev.heapwright.heap;

/**
 * Advice for when one of Heapwright's own allocators has no memory for a block. It is given here because an allocator
 * that returns 0 cannot say why.
 *
 * <p>It only compares and returns constants, because the process may have no memory left for anything else.
 */
final class ExhaustionHelp {
    /** From this alignment on, mimalloc refuses every block: it aligns within segments of twice that size at most. */
    private static final long REFUSED_BY_MIMALLOC = 256L << 20;

    private ExhaustionHelp() {}

    /**
     * {@return a line of help; empty if there is nothing to say about that allocator}
     *
     * @param allocator the binary name of its class
     * @param align the block's alignment in bytes
     */
    static String of(String allocator, long align) {
        return switch (allocator) {
            case "dev.heapwright.mimalloc.MimallocAllocator" ->
                align >= REFUSED_BY_MIMALLOC
                        ? "mimalloc refuses alignments of 256 MiB and more, however much memory is free"
                        : "";
            case "dev.heapwright.jemalloc.JemallocAllocator" ->
                "if address space is limited (ulimit -v), JE_MALLOC_CONF=retain:false makes jemalloc release that of freed blocks";
            case "dev.heapwright.system.SystemAllocator" ->
                "the JVM uses the same malloc and may crash if it runs out of memory: leave it some room";
            default -> "";
        };
    }
}
