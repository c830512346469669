package com.acme;

import dev.heapwright.heap.Heap;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.annotations.QuarkusMain;

@QuarkusMain
public class Main implements QuarkusApplication {
    @Override
    public int run(String... arguments) {
        try {
            long address = Heap.allocate(8, 8);
            System.out.println("bound to " + Heap.binding());
            Heap.deallocate(address, 8, 8);
        } catch (Error e) {
            System.out.println(e.getMessage());
        }
        System.out.flush();
        // Dev mode would wait for a change.
        Runtime.getRuntime().halt(0);
        return 0;
    }
}
