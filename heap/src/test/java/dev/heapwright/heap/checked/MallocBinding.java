package dev.heapwright.heap.checked;

import dev.heapwright.memory.CHeap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Checked glue for the C library's heap, which counts what it has allocated, and has no memory for a size of
 * {@link #TOO_LARGE}.
 */
final class MallocBinding extends CheckedBinding {
    static final long TOO_LARGE = 1L << 30;

    private final Map<Long, Long> given = new ConcurrentHashMap<>();
    private volatile long most = Long.MAX_VALUE;

    /** Creates glue with the given limit of quarantine in bytes. */
    MallocBinding(long quarantine) {
        this(new Quarantine.Limits(quarantine, Integer.MAX_VALUE, Long.MAX_VALUE));
    }

    MallocBinding(Quarantine.Limits limits) {
        super("com.acme.Malloc", "1.0", "linked explicitly, checked", limits);
    }

    /** {@return how many bytes are currently allocated} */
    long given() {
        return given.values().stream().mapToLong(size -> size).sum();
    }

    /** Limits the bytes of the allocator from now on. */
    void has(long bytes) {
        most = bytes;
    }

    @Override
    protected long uncheckedAllocate(long size, long align) {
        if (size <= 0) {
            throw new IllegalArgumentException("size is " + size);
        }
        if (size >= TOO_LARGE || given() + size > most) {
            return 0;
        }
        long address = CHeap.alignedAlloc(align, size);
        given.put(address, size);
        return address;
    }

    @Override
    protected void uncheckedDeallocate(long address, long oldSize, long align) {
        if (!given.remove(address, oldSize)) {
            throw new IllegalArgumentException("not given, or not of %d bytes".formatted(oldSize));
        }
        CHeap.alignedFree(address, align);
    }
}
