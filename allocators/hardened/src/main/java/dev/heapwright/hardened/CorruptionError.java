package dev.heapwright.hardened;

import dev.heapwright.diagnostic.Diagnostic;
import dev.heapwright.diagnostic.DiagnosticId;
import dev.heapwright.diagnostic.DiagnosticRenderer;

/**
 * A block was misused, or memory that is not in use was written to: the heap cannot be trusted any more. The message is
 * a Heapwright diagnostic.
 */
public final class CorruptionError extends Error {
    private static final long serialVersionUID = 1;

    private CorruptionError(DiagnosticId id, String headline, String help) {
        super(DiagnosticRenderer.renderWhole(Diagnostic.error(id, headline)
                .withDetail("found by heapwright-hardened: do not use this heap any longer")
                .withHelp(help)
                .withHelp("to see where the block was allocated and freed, run the tests with checked glue:")
                .withHelp("mvn verify -Dheapwright.checked=true")));
    }

    static CorruptionError doubleFree(long address) {
        return new CorruptionError(
                DiagnosticId.DOUBLE_FREE,
                "the block at 0x%x was already freed".formatted(address),
                "let one part of the program own the block and free it once");
    }

    static CorruptionError within(long address) {
        return notLive("0x%x is not the start of a block, but within one that is or was there".formatted(address));
    }

    static CorruptionError notLive(long address) {
        return notLive("no block is at 0x%x: it was already freed, or never allocated".formatted(address));
    }

    private static CorruptionError notLive(String headline) {
        return new CorruptionError(
                DiagnosticId.NOT_LIVE, headline, "pass the address that the heap returned, while the block is live");
    }

    static CorruptionError mismatch(long address, long found, long size) {
        return new CorruptionError(
                DiagnosticId.BLOCK_MISMATCH,
                "the block at 0x%x has %d bytes, not %d".formatted(address, found, size),
                "pass the size that the block was last allocated with or resized to");
    }

    static CorruptionError overrun(long address, long size) {
        return new CorruptionError(
                DiagnosticId.OVERRUN,
                "a write past the end of the block of %d bytes at 0x%x".formatted(size, address),
                "look for an index or a length that is too large in code that used the block before");
    }

    static CorruptionError useAfterFree(long address, long slotSize) {
        return new CorruptionError(
                DiagnosticId.USE_AFTER_FREE,
                "a write to free memory, at 0x%x in a slot of %d bytes".formatted(address, slotSize),
                "look for code that kept a block's address after it was freed");
    }
}
