package com.acme;

import dev.heapwright.heap.Heap;
import org.springframework.boot.CommandLineRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class Main implements CommandLineRunner {
    public static void main(String[] args) {
        SpringApplication.run(Main.class, args);
    }

    @Override
    public void run(String... args) {
        long address = Heap.allocate(8, 8);
        System.out.println("live blocks: " + CountingAllocator.LIVE_BLOCKS);
        Heap.deallocate(address, 8, 8);
    }
}
