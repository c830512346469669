package dev.heapwright.heap;

import dev.heapwright.memory.Memory;

/**
 * The glue between {@link Heap} and one allocator. The Heapwright Maven plugin generates one subclass for an artifact
 * that it binds and registers it as a service; where another build tool is used, it is written by hand. It is public,
 * with a public constructor without parameters, and each function calls the allocator's of the same name.
 *
 * <p>{@code Heap} has checked the arguments and keeps the contract's preconditions: {@code size} and {@code oldSize}
 * are greater than 0, {@code align} is a power of two, {@code address} is not 0.
 */
public abstract class Binding {
    private final String allocator;
    private final String version;
    private final String reason;

    /**
     * Says what the heap is bound to, and why.
     *
     * @param allocator binary name of the allocator class
     * @param version version of the artifact that holds the allocator
     * @param reason why it was linked, as the build's log says it: {@code linked explicitly}
     */
    protected Binding(String allocator, String version, String reason) {
        this.allocator = allocator;
        this.version = version;
        this.reason = reason;
    }

    /**
     * Allocates a block.
     *
     * @param size in bytes, greater than 0
     * @param align in bytes, a power of two
     * @return the block's address, a multiple of {@code align}; 0 where there is no memory
     */
    protected abstract long allocate(long size, long align);

    /**
     * Allocates a block that is filled with 0. Glue overrides it where the allocator has a way of its own.
     *
     * @param size in bytes, greater than 0
     * @param align in bytes, a power of two
     * @return the block's address, a multiple of {@code align}; 0 where there is no memory
     */
    protected long allocateZeroed(long size, long align) {
        long address = allocate(size, align);
        if (address != 0) {
            Memory.fill(address, size, (byte) 0);
        }
        return address;
    }

    /**
     * Gives a block back.
     *
     * @param address of the block
     * @param oldSize in bytes, from the size asked for to the usable size
     * @param align the block's
     */
    protected abstract void deallocate(long address, long oldSize, long align);

    /**
     * Resizes a block, moving it where it must.
     *
     * @param address of the block
     * @param oldSize in bytes, from the size asked for to the usable size
     * @param size the new size in bytes, greater than 0
     * @param align the block's
     * @return the block's address from now on; 0 where there is no memory, and then the old block is as it was
     */
    protected abstract long reallocate(long address, long oldSize, long size, long align);

    /**
     * Resizes a block if that can be done without moving it.
     *
     * @param address of the block
     * @param oldSize in bytes, from the size asked for to the usable size
     * @param size the new size in bytes, greater than 0
     * @param align the block's
     * @return the block's usable size afterwards: where it grew, at least {@code size}; where it shrank, at least {@code
     *     size} and less than {@code oldSize}; where it is as it was, {@code usableSize(oldSize, align)}
     */
    protected abstract long reallocateInplace(long address, long oldSize, long size, long align);

    /**
     * Tells how much of a block may be used.
     *
     * @param size in bytes, greater than 0
     * @param align in bytes, a power of two
     * @return the usable bytes of a block from {@code allocate(size, align)}, at least {@code size}
     */
    protected abstract long usableSize(long size, long align);

    /**
     * Says what helps where the allocator had no memory for a block, beside what always does. It becomes a line of the
     * message of {@link HeapExhaustedError}. Glue overrides it where its allocator has limits that users should know.
     *
     * <p>It is called when memory is short: it should do no more than return a constant.
     *
     * @param size in bytes, as was asked for
     * @param align in bytes, as was asked for
     * @return one line, or an empty string; what is known of Heapwright's own allocators by default
     */
    protected String exhaustionHelp(long size, long align) {
        return ExhaustionHelp.of(allocator, align);
    }

    /**
     * {@return the binary name of the allocator class}
     */
    public final String allocator() {
        return allocator;
    }

    /**
     * {@return the version of the artifact that holds the allocator}
     */
    public final String version() {
        return version;
    }

    /**
     * {@return why this allocator was linked, such as {@code linked explicitly}}
     */
    public final String reason() {
        return reason;
    }

    /**
     * {@return what the build logged, such as {@code com.acme.PoolAllocator 1.2 (linked explicitly)}}
     */
    @Override
    public final String toString() {
        return allocator + " " + version + " (" + reason + ")";
    }
}
