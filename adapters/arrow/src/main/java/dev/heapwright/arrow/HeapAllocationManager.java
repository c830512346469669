package dev.heapwright.arrow;

import dev.heapwright.heap.Heap;
import dev.heapwright.heap.HeapExhaustedError;
import org.apache.arrow.memory.AllocationManager;
import org.apache.arrow.memory.ArrowBuf;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.OutOfMemoryException;
import org.apache.arrow.memory.ReferenceManager;

/**
 * A block of the heap that Arrow's buffers share. Arrow counts the references to it, and frees it with the last one.
 */
public final class HeapAllocationManager extends AllocationManager {
    /**
     * The alignment of each block, in bytes: what the
     * <a href="https://arrow.apache.org/docs/format/Columnar.html#buffer-alignment-and-padding">Arrow format</a>
     * recommends for vector instructions.
     */
    public static final long ALIGNMENT = 64;

    /**
     * Creates managers, for Arrow's own configuration API. It must be read before Arrow's allocators are first used,
     * for the same reason for which {@link HeapAllocators} creates root allocators: from this moment the heap is
     * Arrow's default, if Arrow has none yet.
     */
    public static final AllocationManager.Factory FACTORY = ArrowDefault.claimedBy(new Factory());

    private final long address;
    private final long size;

    private HeapAllocationManager(BufferAllocator allocator, long address, long size) {
        super(allocator);
        this.address = address;
        this.size = size;
    }

    /**
     * {@return the requested size, in bytes} The block may have a larger usable size, but this is what Arrow adds to an
     * allocator's accounting, and must later subtract.
     */
    @Override
    public long getSize() {
        return size;
    }

    @Override
    protected long memoryAddress() {
        return address;
    }

    @Override
    protected void release0() {
        Heap.deallocate(address, size, ALIGNMENT);
    }

    private static final class Factory implements AllocationManager.Factory {
        /**
         * The block comes first: a manager that exists is part of the allocator's accounting, and nothing would remove
         * it.
         */
        @Override
        public AllocationManager create(BufferAllocator allocator, long size) {
            long address = allocate(size);
            try {
                return new HeapAllocationManager(allocator, address, size);
            } catch (RuntimeException | Error e) {
                Heap.deallocate(address, size, ALIGNMENT);
                throw e;
            }
        }

        /** Callers of Arrow catch its own exception; the Netty manager throws the same. */
        private static long allocate(long size) {
            try {
                return Heap.allocate(size, ALIGNMENT);
            } catch (HeapExhaustedError e) {
                throw new OutOfMemoryException(e.getMessage(), e);
            }
        }

        /** At address 0, which the C data interface uses for a buffer without memory. */
        @Override
        public ArrowBuf empty() {
            return new ArrowBuf(ReferenceManager.NO_OP, null, 0, 0);
        }
    }
}
