package dev.heapwright.front;

import dev.heapwright.memory.CHeap;
import dev.heapwright.memory.Memory;
import dev.heapwright.system.SystemAllocator;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Assertions;

/**
 * The C library's allocator, which knows all of its blocks, refuses calls that the contract forbids, and has as much
 * memory as it is told.
 */
final class RecordingAllocator implements BackingAllocator {
    private final Map<Long, Block> blocks = new ConcurrentHashMap<>();
    private final AtomicLong free = new AtomicLong(Long.MAX_VALUE / 2);
    private final AtomicInteger calls = new AtomicInteger();
    private final Set<Thread> released = ConcurrentHashMap.newKeySet();

    /** How a block was asked for. */
    record Block(long size, long align) {}

    /** What there is no memory beyond, in bytes. */
    void limitTo(long bytes) {
        free.set(bytes - bytes());
    }

    Map<Long, Block> blocks() {
        return blocks;
    }

    /** Returns the size of all blocks, in bytes. */
    long bytes() {
        return blocks.values().stream().mapToLong(Block::size).sum();
    }

    /** Returns how often this was called. */
    int calls() {
        return calls.get();
    }

    /** Returns the threads whose cache was released. */
    Set<Thread> released() {
        return released;
    }

    @Override
    public long allocate(long size, long align) {
        calls.incrementAndGet();
        if (free.addAndGet(-size) < 0) {
            free.addAndGet(size);
            return 0;
        }
        long address = CHeap.alignedAlloc(Math.max(align, 16), size);
        Memory.fill(address, Math.min(size, 256 << 10), (byte) 0x5a);
        Assertions.assertNull(blocks.put(address, new Block(size, align)));
        return address;
    }

    @Override
    public long allocateZeroed(long size, long align) {
        long address = allocate(size, align);
        if (address != 0) {
            Memory.fill(address, size, (byte) 0);
        }
        return address;
    }

    @Override
    public void deallocate(long address, long oldSize, long align) {
        calls.incrementAndGet();
        Assertions.assertEquals(new Block(oldSize, align), blocks.remove(address));
        CHeap.alignedFree(address, Math.max(align, 16));
        free.addAndGet(oldSize);
    }

    @Override
    public long reallocate(long address, long oldSize, long size, long align) {
        Assertions.assertEquals(new Block(oldSize, align), blocks.get(address));
        long moved = allocate(size, align);
        if (moved != 0) {
            Memory.copy(address, moved, Math.min(oldSize, size));
            deallocate(address, oldSize, align);
        }
        return moved;
    }

    /** Shrinks blocks only. */
    @Override
    public long reallocateInplace(long address, long oldSize, long size, long align) {
        calls.incrementAndGet();
        Assertions.assertEquals(new Block(oldSize, align), blocks.get(address));
        if (size < oldSize) {
            blocks.put(address, new Block(size, align));
            free.addAndGet(oldSize - size);
            return size;
        }
        return oldSize;
    }

    @Override
    public long usableSize(long size, long align) {
        return SystemAllocator.usableSize(size, align);
    }

    @Override
    public void releaseThreadCache() {
        released.add(Thread.currentThread());
    }
}
