package dev.heapwright.adapters.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Fails a test that leaves blocks behind: after each, the heap has back what it lent out in it. */
public final class NothingLeaks implements BeforeEachCallback, AfterEachCallback {
    private long before;

    /** For JUnit. */
    public NothingLeaks() {}

    @Override
    public void beforeEach(ExtensionContext test) {
        before = LiveBlocks.OF_HEAP.count();
    }

    @Override
    public void afterEach(ExtensionContext test) {
        assertEquals(before, LiveBlocks.OF_HEAP.count(), "live blocks of the heap");
    }
}
