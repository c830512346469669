package dev.heapwright.heap;

import dev.heapwright.memory.Memory;

/**
 * The glue between {@link Heap} and one allocator. The Heapwright Maven plugin generates one subclass for an artifact
 * that it binds and registers it as a service; with other build tools, it is written by hand. The subclass is public,
 * with a public no-argument constructor, and each function calls the allocator's function of the same name.
 *
 * <p>{@code Heap} has checked the arguments and ensures the contract's preconditions: {@code size} and {@code oldSize}
 * are greater than 0, {@code align} is a power of two, {@code address} is not 0.
 */
public abstract class Binding {
    private final String allocator;
    private final String version;
    private final String reason;

    /**
     * Describes what the heap is bound to, and why.
     *
     * @param allocator binary name of the allocator class
     * @param version version of the artifact that contains the allocator
     * @param reason why it was linked, in the words of the build log: {@code linked explicitly}
     */
    protected Binding(String allocator, String version, String reason) {
        this.allocator = allocator;
        this.version = version;
        this.reason = reason;
    }

    /**
     * Returns whether only the tests of the module that this glue was generated for are bound. Such glue does not count in a jar,
     * nor beside other glue.
     *
     * @return false; generated glue for tests overrides it
     */
    protected boolean isForTests() {
        return false;
    }

    /**
     * Returns the library that answers to {@code malloc} in the process, if the build has promised that the program is started
     * with it. In a process without it, the heap refuses to work, unless this class is in a class folder: tests and IDEs start
     * programs without a launcher.
     *
     * @return the file name, such as {@code libheapwright-jemalloc.so}; an empty string if nothing was promised; generated glue
     *     overrides it
     */
    protected String processLibrary() {
        return "";
    }

    /**
     * Returns whether the system property {@code heapwright.limit} limits the bytes of all blocks together. If it does not, and is set to
     * a limit, the heap refuses to work.
     *
     * @return false; observed glue overrides it
     */
    protected boolean isLimitable() {
        return false;
    }

    /**
     * Allocates a block.
     *
     * @param size in bytes, greater than 0
     * @param align in bytes, a power of two
     * @return the block's address, a multiple of {@code align}; 0 if there is no memory
     */
    protected abstract long allocate(long size, long align);

    /**
     * Allocates a block filled with 0. Glue overrides it if the allocator has a function of its own for this.
     *
     * @param size in bytes, greater than 0
     * @param align in bytes, a power of two
     * @return the block's address, a multiple of {@code align}; 0 if there is no memory
     */
    protected long allocateZeroed(long size, long align) {
        long address = allocate(size, align);
        if (address != 0) {
            Memory.fill(address, size, (byte) 0);
        }
        return address;
    }

    /**
     * Frees a block.
     *
     * @param address of the block
     * @param oldSize in bytes, from the requested size to the usable size
     * @param align the block's alignment
     */
    protected abstract void deallocate(long address, long oldSize, long align);

    /**
     * Resizes a block, moving it if necessary.
     *
     * @param address of the block
     * @param oldSize in bytes, from the requested size to the usable size
     * @param size the new size in bytes, greater than 0
     * @param align the block's alignment
     * @return the block's address from now on; 0 if there is no memory; the old block is then unchanged
     */
    protected abstract long reallocate(long address, long oldSize, long size, long align);

    /**
     * Resizes a block if that can be done without moving it.
     *
     * @param address of the block
     * @param oldSize in bytes, from the requested size to the usable size
     * @param size the new size in bytes, greater than 0
     * @param align the block's alignment
     * @return the block's usable size afterwards: at least {@code size} if it grew; at least {@code size} and less than
     *     {@code oldSize} if it shrank; {@code usableSize(oldSize, align)} if it is unchanged
     */
    protected abstract long reallocateInplace(long address, long oldSize, long size, long align);

    /**
     * Returns how much of a block may be used.
     *
     * @param size in bytes, greater than 0
     * @param align in bytes, a power of two
     * @return the usable bytes of a block from {@code allocate(size, align)}, at least {@code size}
     */
    protected abstract long usableSize(long size, long align);

    /**
     * Returns advice for when the allocator had no memory for a block, in addition to the general advice. It becomes a
     * line of the message of {@link HeapExhaustedError}. Glue overrides it if its allocator has limits that users
     * should know.
     *
     * <p>It is called when memory is short: it should only return a constant.
     *
     * @param size the requested size in bytes
     * @param align the requested alignment in bytes
     * @return one line, or an empty string; by default, what is known about Heapwright's own allocators
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
     * {@return the version of the artifact that contains the allocator}
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
     * {@return the text of the build log, such as {@code com.acme.PoolAllocator 1.2 (linked explicitly)}}
     */
    @Override
    public final String toString() {
        return allocator + " " + version + " (" + reason + ")";
    }
}
