package dev.heapwright.testkit;

import dev.heapwright.memory.CHeap;
import dev.heapwright.memory.Memory;
import dev.heapwright.testkit.block.Functions;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * An allocator without a defect. Its blocks are in one large piece of memory, each in the first gap that is large
 * enough, and all bookkeeping is in Java objects. So whatever a subclass does wrong, and wherever it writes, the
 * process survives.
 */
class ArenaAllocator extends MovingAllocator {
    static final long SIZE = 256 << 20;

    private static final long ALIGNMENT = 1 << 20;
    private static final long GRANULE = 16;

    /** The first byte's address: all arenas use the same memory, one at a time. */
    static final long BASE = CHeap.alignedAlloc(ALIGNMENT, SIZE + ALIGNMENT);

    private final long end;

    private Supplier<? extends ArenaAllocator> source = ArenaAllocator::new;

    /** The size in bytes of each block, by address. */
    final TreeMap<Long, Long> taken = new TreeMap<>();

    ArenaAllocator() {
        this(SIZE);
    }

    /** Creates an arena with less memory. */
    ArenaAllocator(long size) {
        end = BASE + size;
    }

    /** Clears the first bytes, as what an earlier arena left there could appear in a message. */
    static void clear() {
        Memory.fill(BASE, 1 << 16, (byte) 0);
    }

    /** {@return a new arena from the supplier, which it also uses for further copies} */
    static ArenaAllocator from(Supplier<? extends ArenaAllocator> source) {
        ArenaAllocator allocator = source.get();
        allocator.source = source;
        return allocator;
    }

    @Override
    public Functions anew() {
        return from(source);
    }

    @Override
    public String name() {
        return "com.acme.PoolAllocator";
    }

    @Override
    public long allocate(long size, long align) {
        if (size > SIZE || align > SIZE) {
            return 0;
        }
        return take(rounded(size), align);
    }

    /** Takes this many bytes from the first large enough gap. */
    private long take(long bytes, long align) {
        synchronized (taken) {
            long candidate = (BASE + align - 1) & -align;
            for (Map.Entry<Long, Long> block : taken.entrySet()) {
                if (candidate + bytes <= block.getKey()) {
                    break;
                }
                candidate = Math.max(candidate, (block.getKey() + block.getValue() + align - 1) & -align);
            }
            if (candidate + bytes > end) {
                return 0;
            }
            taken.put(candidate, bytes);
            return candidate;
        }
    }

    @Override
    public void deallocate(long address, long oldSize, long align) {
        synchronized (taken) {
            taken.remove(address);
        }
    }

    @Override
    public long reallocateInplace(long address, long oldSize, long size, long align) {
        if (size > SIZE) {
            return usableSize(oldSize, align);
        }
        synchronized (taken) {
            Long next = taken.higherKey(address);
            if (address + rounded(size) > (next == null ? end : next)) {
                return usableSize(oldSize, align);
            }
            taken.put(address, rounded(size));
        }
        return usableSize(size, align);
    }

    @Override
    public long usableSize(long size, long align) {
        return rounded(size);
    }

    /** {@return the actual bytes of a block of this size} */
    static long rounded(long size) {
        return (size + GRANULE - 1) & -GRANULE;
    }
}
