package dev.heapwright.hardened;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.heapwright.memory.Memory;
import dev.heapwright.testkit.AllocatorContract;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HardenedAllocatorTest {
    @TestFactory
    Iterable<DynamicNode> keepsTheContract() {
        return AllocatorContract.of(HardenedAllocator.class);
    }

    @ParameterizedTest
    @ValueSource(longs = {16, 100, 100_000})
    void aDoubleFreeIsFound(long size) {
        long block = HardenedAllocator.allocate(size, 8);
        HardenedAllocator.deallocate(block, size, 8);
        found("already freed", block, () -> HardenedAllocator.deallocate(block, size, 8));
        found("already freed", block, () -> HardenedAllocator.reallocate(block, size, 32, 8));
    }

    @Test
    void ofTwoThreadsThatFreeABlockOneIsFound() throws Exception {
        for (long size : new long[] {100, 100_000}) {
            for (int i = 0; i < 200; i++) {
                long block = HardenedAllocator.allocate(size, 8);
                CyclicBarrier barrier = new CyclicBarrier(2);
                AtomicInteger found = new AtomicInteger();
                Runnable free = () -> {
                    try {
                        barrier.await();
                        HardenedAllocator.deallocate(block, size, 8);
                    } catch (CorruptionError e) {
                        found.incrementAndGet();
                    } catch (Exception e) {
                        throw new AssertionError(e);
                    }
                };
                Thread other = new Thread(free);
                other.start();
                free.run();
                other.join();
                assertEquals(1, found.get());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 16, 100, 16_376, 100_000})
    void anOverrunIsFoundWhenTheBlockIsFreed(long size) {
        long block = HardenedAllocator.allocate(size, 8);
        byte secret = Memory.getByte(block + size);
        Memory.putByte(block + size, (byte) (secret + 1));
        found("Overrun", block, () -> HardenedAllocator.deallocate(block, size, 8));
        Memory.putByte(block + size, secret);
        HardenedAllocator.deallocate(block, size, 8);
    }

    @Test
    void aWriteToAFreedBlockIsFoundWhenItsMemoryIsUsedAgain() {
        long block = HardenedAllocator.allocate(3000, 8);
        HardenedAllocator.deallocate(block, 3000, 8);
        Memory.putByte(block + 2000, (byte) 0);
        CorruptionError found = assertThrows(CorruptionError.class, () -> {
            for (int i = 0; i < 100_000; i++) {
                HardenedAllocator.deallocate(HardenedAllocator.allocate(3000, 8), 3000, 8);
            }
        });
        assertEquals(
                "[Heapwright/UseAfterFree] a write to free memory, at 0x%x in a slot of 4096 bytes"
                        .formatted(block + 2000),
                String.valueOf(found.getMessage()).lines().findFirst().orElse(""));
    }

    @Test
    void aFreedBlockHasNoSecrets() {
        long block = HardenedAllocator.allocate(24, 8);
        Memory.putLong(block + 16, 42);
        HardenedAllocator.deallocate(block, 24, 8);
        assertNotEquals(42, Memory.getLong(block + 16));
    }

    @ParameterizedTest
    @ValueSource(longs = {100, 100_000})
    void theSizeMustBeThatOfTheBlock(long size) {
        long block = HardenedAllocator.allocate(size, 8);
        found("has " + size + " bytes, not 99", block, () -> HardenedAllocator.deallocate(block, 99, 8));
        HardenedAllocator.deallocate(block, size, 8);
    }

    @Test
    void anAddressWithinABlockIsRefused() {
        long block = HardenedAllocator.allocate(100, 8);
        found("but within one", block + 8, () -> HardenedAllocator.deallocate(block + 8, 92, 8));
        found("never allocated", 64, () -> HardenedAllocator.deallocate(64, 8, 8));
        found("never allocated", Long.MIN_VALUE, () -> HardenedAllocator.deallocate(Long.MIN_VALUE, 8, 8));
        HardenedAllocator.deallocate(block, 100, 8);
    }

    @Test
    void placesAreRandom() {
        Set<Long> distances = new HashSet<>();
        long before = 0;
        for (int i = 0; i < 100; i++) {
            long block = HardenedAllocator.allocate(200, 8);
            distances.add(block - before);
            before = block;
        }
        assertTrue(distances.size() > 50, distances.toString());
    }

    @Test
    void aFreedBlockIsNotTheNextToBeUsed() {
        for (int round = 0; round < 50; round++) {
            long block = HardenedAllocator.allocate(500, 8);
            HardenedAllocator.deallocate(block, 500, 8);
            for (int i = 0; i < 60; i++) {
                long next = HardenedAllocator.allocate(500, 8);
                assertNotEquals(block, next);
                HardenedAllocator.deallocate(next, 500, 8);
            }
        }
    }

    private static void found(String what, long address, Executable call) {
        String message =
                String.valueOf(assertThrows(CorruptionError.class, call).getMessage());
        assertTrue(message.contains(what) && message.contains("0x%x".formatted(address)), message);
    }
}
