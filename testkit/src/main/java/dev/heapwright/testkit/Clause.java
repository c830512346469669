package dev.heapwright.testkit;

import dev.heapwright.testkit.block.Blocks;
import dev.heapwright.testkit.block.Defect;
import dev.heapwright.testkit.block.Functions;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * One thing that the contract promises.
 *
 * @param name the promise
 * @param body uses an allocator so that it shows whether the promise is kept, and throws a {@link Defect} if not
 */
record Clause(String name, Consumer<Functions> body) {

    /** {@return a clause that needs few blocks, all of which are looked at all the time and given back at the end} */
    static Clause watched(String name, Consumer<Blocks> body) {
        return new Clause(name, functions -> {
            Blocks blocks = Blocks.watchful(functions, 0);
            body.accept(blocks);
            blocks.deallocateAll();
        });
    }

    /**
     * Checks it.
     *
     * @param patience how long no call at all may return
     * @throws Defect if an allocator does not keep the promise
     */
    void check(Functions functions, Duration patience) {
        try {
            Watchdog.run(body, functions, patience);
        } catch (Defect defect) {
            // Build logs name a dynamic test by its number only, so the message tells which it is.
            throw defect.with("clause:", name).named(functions.name());
        }
    }
}
