package dev.heapwright.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Test;

class ForeignEarlyLinkTest {
    @Test
    void itsThreadHasEndedOnceAFunctionIsLinked() {
        assumeTrue(Platform.FOREIGN, "there is no FFM API on this Java");
        FirstUse.prepare();
        ForeignLinker.systemSymbols();
        assertEquals(
                0,
                Thread.getAllStackTraces().keySet().stream()
                        .filter(thread -> thread.getName().equals("Heapwright start"))
                        .count());
    }
}
