package dev.heapwright.foreign;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.heapwright.adapters.testing.LiveBlocks;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Fails a test that leaves blocks behind. */
final class Leaks implements BeforeEachCallback, AfterEachCallback {
    private long before;

    @Override
    public void beforeEach(ExtensionContext context) {
        before = LiveBlocks.OF_HEAP.count();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        assertEquals(before, LiveBlocks.OF_HEAP.count(), "live blocks");
    }
}
