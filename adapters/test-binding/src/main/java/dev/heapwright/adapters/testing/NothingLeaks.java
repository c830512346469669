package dev.heapwright.adapters.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Fails a test that leaks blocks: after each test, the heap must have no more live blocks than before. */
public final class NothingLeaks implements BeforeEachCallback, AfterEachCallback {
    private long before;

    /** Called by JUnit. */
    public NothingLeaks() {}

    @Override
    public void beforeEach(ExtensionContext test) {
        before = BlockLedger.OF_HEAP.count();
    }

    @Override
    public void afterEach(ExtensionContext test) {
        assertEquals(before, BlockLedger.OF_HEAP.count(), "live blocks of the heap");
    }
}
