package com.acme;

import dev.heapwright.heap.Heap;
import org.junit.jupiter.api.Test;

class MainTest {
    @Test
    void theTestsRunOnWhatTheProgramIsBoundTo() {
        Heap.deallocate(Heap.allocate(8, 8), 8, 8);
        System.out.println("tested, bound to " + Heap.binding());
    }
}
