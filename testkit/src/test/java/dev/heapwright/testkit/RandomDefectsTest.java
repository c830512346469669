package dev.heapwright.testkit;

import static dev.heapwright.testkit.Contracts.assertDefect;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.heapwright.memory.Memory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** Allocators with one defect each that shows only in an unlikely order of calls or of threads. */
class RandomDefectsTest {
    /** How a thread notices that another has the same block: by its address, or by bytes that it has not written. */
    private static final String SIGN_OF_ANOTHER_OWNER = String.join(
            "|",
            "two live blocks overlap",
            "after resizing in place, memory of the block was allocated again",
            "after a failed reallocation, the old block was allocated again",
            "allocateZeroed did not zero",
            "a failed reallocation changed the old block",
            "the content of a live block has changed",
            "\\w+ lost content");

    /** Copies a block that has grown in place with its former size. */
    private static final class Forgetful extends ArenaAllocator {
        private final Map<Long, Long> sizes = new HashMap<>();

        @Override
        public long allocate(long size, long align) {
            long address = super.allocate(size, align);
            sizes.put(address, size);
            return address;
        }

        @Override
        public long reallocate(long address, long oldSize, long size, long align) {
            long first = sizes.getOrDefault(address, size);
            long moved = allocate(size, align);
            if (moved != 0) {
                Memory.copy(address, moved, Math.min(rounded(first), Math.min(oldSize, size)));
                deallocate(address, oldSize, align);
            }
            return moved;
        }
    }

    @Test
    void aBlockThatHasGrownInPlaceIsCopiedWithItsFormerSize() throws IOException {
        String message = Contracts.message(
                AllocatorContract.of(ArenaAllocator.from(Forgetful::new)), "100,000 operations at random, from");
        assertEquals("""
                com.acme.PoolAllocator: reallocate lost content
                    call:     reallocate(@0, 17, 17, 1)
                    expected: 17 bytes kept; byte 16 is 0x2d
                    found:    byte 16 is 0xc1
                    after:    these 3 operations, the shortest sequence found
                              long b1 = allocate(1, 1);
                              reallocateInplace(b1, 1, 17, 1);
                              b1 = reallocate(b1, 17, 17, 1);
                    replay:   -Dheapwright.testkit.seed=1 -Dheapwright.testkit.operations=10000
                    clause:   100,000 operations at random, from seed 1 on""", message);
        String page = Files.readString(Path.of("..", "docs", "testkit.md"));
        assertTrue(page.contains("```text\n" + message.replace("@0", "0x7f30c4000000") + "\n```"), "docs/testkit.md");
    }

    @Test
    void theTenthLiveBlockIsHandedOutTwice() {
        assertDefect(
                () -> new ArenaAllocator() {
                    @Override
                    public long allocate(long size, long align) {
                        long address = super.allocate(size, align);
                        if (taken.size() == 10 && size > 100 && address != 0) {
                            taken.remove(address);
                        }
                        return address;
                    }
                },
                """
                com.acme.PoolAllocator: two live blocks overlap
                    call:     allocate(1, 1)
                    expected: bytes that belong to no other live block
                    found:    the block of 112 usable bytes at @144, which starts at byte 0 of the block of 16 usable bytes at @144, 1 of them requested
                    after:    these 11 operations, the shortest sequence found
                              long b1 = allocate(1, 1);
                              long b2 = allocate(1, 1);
                              long b3 = allocate(1, 1);
                              long b4 = allocate(1, 1);
                              long b5 = allocate(1, 1);
                              long b6 = allocate(1, 1);
                              long b7 = allocate(1, 1);
                              long b8 = allocate(1, 1);
                              long b9 = allocate(1, 1);
                              long b10 = allocate(101, 1);
                              long b11 = allocate(1, 1);
                    replay:   -Dheapwright.testkit.seed=1 -Dheapwright.testkit.operations=10000
                    clause:   20,000 operations at random, from seed 1 on
                """);
    }

    @Test
    void twoThreadsGetTheSameSpareBlock() {
        AllocatorContract contract = AllocatorContract.of(new ArenaAllocator() {
            private volatile long spare;

            @Override
            public long allocate(long size, long align) {
                long candidate = spare;
                if (candidate != 0 && size <= 64 && align <= 16) {
                    LockSupport.parkNanos(1);
                    spare = 0;
                    return candidate;
                }
                return super.allocate(size <= 64 ? 64 : size, align);
            }

            @Override
            public void deallocate(long address, long oldSize, long align) {
                if (rounded(oldSize) <= 64 && spare == 0) {
                    spare = address;
                } else {
                    super.deallocate(address, oldSize, align);
                }
            }

            @Override
            public long usableSize(long size, long align) {
                return Math.max(64, rounded(size));
            }

            @Override
            public long reallocateInplace(long address, long oldSize, long size, long align) {
                return usableSize(oldSize, align);
            }
        });
        String message = Contracts.message(contract, "100,000 operations at random by");
        // Which blocks they are, and which of the two owners notices the other first, differs from run to run.
        String expected = """
                com.acme.PoolAllocator: (%s)
                    call:     .*
                    expected: .*
                    found:    .*
                    after:    operations of 4 threads at the same time, in a different order each time
                    clause:   100,000 operations at random by 4 threads at the same time, seed 1""".formatted(SIGN_OF_ANOTHER_OWNER);
        assertTrue(message.matches(expected), message);
    }
}
