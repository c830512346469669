package dev.heapwright.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;

/** Run on each Java, with the divisor that the build sets for it. */
class FewerTriesTest {
    private static final AtomicInteger FIFTY = new AtomicInteger();
    private static final AtomicInteger DEFAULT = new AtomicInteger();

    @Property(tries = 50)
    void fiftyCases(@ForAll long any) {
        FIFTY.incrementAndGet();
    }

    @Property
    void asManyCasesAsJqwikTriesByDefault(@ForAll long any) {
        DEFAULT.incrementAndGet();
    }

    @AfterContainer
    static void asManyAsToldWereTried() {
        assertEquals(Tries.of(50), FIFTY.get());
        assertEquals(Tries.of(1000), DEFAULT.get());
    }
}
