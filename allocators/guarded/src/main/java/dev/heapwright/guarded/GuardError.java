package dev.heapwright.guarded;

import dev.heapwright.diagnostic.Diagnostic;
import dev.heapwright.diagnostic.DiagnosticId;
import dev.heapwright.diagnostic.DiagnosticRenderer;

/** A guarded block was freed twice, or bytes behind it were changed. The message is a Heapwright diagnostic. */
public final class GuardError extends Error {
    private static final long serialVersionUID = 1;

    private GuardError(Diagnostic diagnostic) {
        super(DiagnosticRenderer.renderWhole(diagnostic));
    }

    static GuardError doubleFree(long address) {
        return new GuardError(
                Diagnostic.error(DiagnosticId.DOUBLE_FREE, "the block at 0x%x was already freed".formatted(address))
                        .withDetail("found by heapwright-guarded when it was freed again")
                        .withHelp("let one part of the program own the block and free it once")
                        .withHelp(seeMore()));
    }

    static GuardError overrun(long address, long size, long changed) {
        return new GuardError(Diagnostic.error(
                        DiagnosticId.OVERRUN,
                        "a write past the end of the block of %d bytes at 0x%x".formatted(size, address))
                .withDetail("the byte at offset %d was changed; found by heapwright-guarded when the block was freed"
                        .formatted(changed - address))
                .withHelp("look for an index or a length that is too large in code that used the block before")
                .withHelp(seeMore()));
    }

    private static String seeMore() {
        return "-D" + GuardedAllocator.LOG + "=guarded.log records where each guarded block was allocated and freed";
    }
}
