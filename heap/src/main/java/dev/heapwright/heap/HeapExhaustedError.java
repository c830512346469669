package dev.heapwright.heap;

import dev.heapwright.diagnostic.Diagnostic;
import dev.heapwright.diagnostic.DiagnosticId;
import dev.heapwright.diagnostic.DiagnosticRenderer;

/** Thrown if the allocator has no memory for a block. Previously allocated blocks are unaffected. */
public final class HeapExhaustedError extends OutOfMemoryError {
    private static final long serialVersionUID = 1L;

    private final long size;
    private final long align;
    private final String allocator;
    private final String help;

    /** {@code help} is one line, or empty. */
    HeapExhaustedError(long size, long align, String allocator, String help) {
        this.size = size;
        this.align = align;
        this.allocator = allocator;
        this.help = help;
    }

    /** {@return the diagnostic; rendered on demand, as programs may catch the error and continue} */
    @Override
    public String getMessage() {
        String headline = "%s could not allocate %d bytes aligned to %d".formatted(allocator, size, align);
        return DiagnosticRenderer.renderWhole(Diagnostic.error(DiagnosticId.HEAP_EXHAUSTED, headline)
                .withHelp("free unused blocks, or give the process more memory; existing blocks are intact")
                .withHelp(help));
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
