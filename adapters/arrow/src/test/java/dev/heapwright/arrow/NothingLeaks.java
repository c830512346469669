package dev.heapwright.arrow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.heapwright.adapters.testing.LiveBlocks;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** After each test the heap has back what it lent out in it. */
final class NothingLeaks implements BeforeEachCallback, AfterEachCallback {
    private long before;

    @Override
    public void beforeEach(ExtensionContext test) {
        before = LiveBlocks.OF_HEAP.count();
    }

    @Override
    public void afterEach(ExtensionContext test) {
        assertEquals(before, LiveBlocks.OF_HEAP.count(), "live blocks of the heap");
    }
}
