package com.example.hugepages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.heapwright.memory.Memory;
import dev.heapwright.testkit.AllocatorContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class HugePageAllocatorTest {
    private static final long SIZE = 64 << 20;

    @TestFactory
    Iterable<DynamicNode> keepsTheContract() {
        return AllocatorContract.of(HugePageAllocator.class);
    }

    @Test
    void itsMemoryIsBackedByHugePages() throws IOException {
        assumeTrue(HugePageAllocator.obstacle().isEmpty(), () -> "no huge pages here: " + HugePageAllocator.obstacle());
        long block = HugePageAllocator.allocate(SIZE, 8);
        Memory.fill(block, SIZE, (byte) 1);
        // A kernel whose memory is in pieces gives fewer: one is enough to show that it was asked.
        assertTrue(kilobytes(block, "AnonHugePages") >= HugePages.SIZE >> 10, smaps(block));
        HugePageAllocator.deallocate(block, SIZE, 8);
    }

    @Test
    void aLargeBlockThatIsFreedNeedsNoMemory() throws IOException {
        assumeTrue(Files.exists(Path.of("/proc/self/smaps")));
        long block = HugePageAllocator.allocate(SIZE, 8);
        long before = kilobytes(block, "Rss");
        Memory.fill(block, SIZE, (byte) 1);
        assertTrue(kilobytes(block, "Rss") >= before + (SIZE >> 10));
        HugePageAllocator.deallocate(block, SIZE, 8);
        assertEquals(before, kilobytes(block, "Rss"));
    }

    private static long kilobytes(long address, String key) throws IOException {
        return Long.parseLong(smaps(address).replaceFirst("(?s).*?\n" + key + ": +(\\d+) kB.*", "$1"));
    }

    /** What the kernel says about the mapping that an address is in. */
    private static String smaps(long address) throws IOException {
        for (String mapping : Files.readString(Path.of("/proc/self/smaps")).split("(?<=\n)(?=[0-9a-f]+-[0-9a-f]+ )")) {
            String[] range = mapping.substring(0, mapping.indexOf(' ')).split("-");
            if (Long.parseUnsignedLong(range[0], 16) <= address && address < Long.parseUnsignedLong(range[1], 16)) {
                return mapping;
            }
        }
        throw new AssertionError("0x%x is not mapped".formatted(address));
    }
}
