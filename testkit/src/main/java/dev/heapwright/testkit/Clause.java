package dev.heapwright.testkit;

import dev.heapwright.testkit.block.AllocatorProbe;
import dev.heapwright.testkit.block.Defect;
import dev.heapwright.testkit.block.Functions;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * One guarantee of the contract.
 *
 * @param name the guarantee
 * @param body tests the guarantee by using an allocator, and throws a {@link Defect} if it is violated
 */
record Clause(String name, Consumer<Functions> body) {

    /** {@return a clause that needs few blocks, all of which are checked after each call and freed at the end} */
    static Clause watched(String name, Consumer<AllocatorProbe> body) {
        return new Clause(name, functions -> {
            AllocatorProbe blocks = AllocatorProbe.watchful(functions, 0);
            body.accept(blocks);
            blocks.deallocateAll();
        });
    }

    /**
     * Checks it.
     *
     * @param patience the longest time without any call returning
     * @throws Defect if an allocator violates the guarantee
     */
    void check(Functions functions, Duration patience) {
        try {
            Watchdog.run(body, functions, patience);
        } catch (Defect defect) {
            // Build logs identify a dynamic test only by its number, so the message names it.
            throw defect.with("clause:", name).named(functions.name());
        }
    }
}
