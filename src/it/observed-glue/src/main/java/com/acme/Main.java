package com.acme;

import dev.heapwright.heap.Heap;
import dev.heapwright.heap.observed.LiveSites;
import dev.heapwright.heap.observed.ObservedBinding;

final class Main {
    private Main() {}

    public static void main(String[] args) {
        System.out.println("bound to " + Heap.binding());
        Sessions sessions = new Sessions();
        sessions.serve(100_000);
        if (Heap.binding() instanceof ObservedBinding observed) {
            LiveSites before = observed.liveSites();
            sessions.serve(200_000);
            LiveSites growth = observed.liveSites().minus(before);
            System.out.println(growth);
            System.out.println(observed.counts());
        }
        try {
            sessions.serve(10_000_000);
        } catch (OutOfMemoryError e) {
            System.out.println(e.getMessage());
        }
    }
}
