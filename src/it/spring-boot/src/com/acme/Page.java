package com.acme;

import dev.heapwright.heap.Heap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
public class Page {
    private final Visits visits;

    public Page(Visits visits) {
        this.visits = visits;
    }

    @GetMapping("/")
    public String visit() {
        return "visit " + visits.next() + ", bound to " + Heap.binding();
    }
}
