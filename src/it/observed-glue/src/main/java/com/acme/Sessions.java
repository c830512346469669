package com.acme;

import dev.heapwright.heap.Heap;

final class Sessions {
    private long count;

    void serve(int requests) {
        for (int i = 0; i < requests; i++) {
            long session = open();
            if (++count % 10 != 0) {
                close(session);
            } // A tenth of them time out, and nobody closes those.
        }
    }

    private static long open() {
        return Heap.allocate(1024, 16);
    }

    private static void close(long session) {
        Heap.deallocate(session, 1024, 16);
    }
}
