package dev.heapwright.heap;

/** Thrown if the allocator has no memory for a block. Previously allocated blocks are unaffected. */
public final class HeapExhaustedError extends OutOfMemoryError {
    private static final long serialVersionUID = 1L;

    private final long size;
    private final long align;
    private final String allocator;

    /** {@code help} is one line, or empty. */
    HeapExhaustedError(long size, long align, String allocator, String help) {
        super(message(size, align, allocator, help));
        this.size = size;
        this.align = align;
        this.allocator = allocator;
    }

    private static String message(long size, long align, String allocator, String help) {
        String lineOfHelp = help.isEmpty() ? "" : "        " + help + "\n";
        return """
                [Heapwright/HeapExhausted] %s could not allocate %d bytes aligned to %d
                  help: free unused blocks, or give the process more memory; existing blocks are intact
                %s  more: mvn heapwright:explain -Did=HeapExhausted""".formatted(allocator, size, align, lineOfHelp);
    }

    /**
     * {@return the requested size, in bytes}
     */
    public long size() {
        return size;
    }

    /**
     * {@return the requested alignment, in bytes}
     */
    public long align() {
        return align;
    }

    /**
     * {@return the binary name of the allocator class}
     */
    public String allocator() {
        return allocator;
    }
}
