package dev.heapwright.testkit.block;

/** The functions of one allocator, as {@link dev.heapwright.annotations.Allocator} describes them. */
public interface Functions {
    /** {@return the allocator's name in messages: its class} */
    String name();

    /**
     * {@return a copy of the allocator in its initial state, unaffected by earlier calls and their defects; if that is
     * not possible, this one}
     */
    Functions anew();

    /**
     * {@return the address of a new block, 0 on failure}
     *
     * @param size bytes, greater than 0
     * @param align bytes, a power of two
     */
    long allocate(long size, long align);

    /** {@return whether the allocator has the optional {@code allocateZeroed}; if not, it must not be called} */
    boolean hasAllocateZeroed();

    /**
     * {@return the address of a new zeroed block, 0 on failure}
     *
     * @param size bytes, greater than 0
     * @param align bytes, a power of two
     */
    long allocateZeroed(long size, long align);

    /**
     * Frees a block.
     *
     * @param address of the block
     * @param oldSize bytes, from the requested size to the usable size
     * @param align the alignment it was allocated with
     */
    void deallocate(long address, long oldSize, long align);

    /**
     * {@return the address of the block after its size has become {@code size}, 0 on failure}
     *
     * @param address of the block
     * @param oldSize bytes, from the requested size to the usable size
     * @param size bytes, greater than 0
     * @param align the alignment it was allocated with
     */
    long reallocate(long address, long oldSize, long size, long align);

    /**
     * {@return the usable size of the block after the attempt to resize it in place}
     *
     * @param address of the block
     * @param oldSize bytes, from the requested size to the usable size
     * @param size bytes, greater than 0
     * @param align the alignment it was allocated with
     */
    long reallocateInplace(long address, long oldSize, long size, long align);

    /**
     * {@return the usable bytes of a block from {@code allocate(size, align)}}
     *
     * @param size bytes, greater than 0
     * @param align bytes, a power of two
     */
    long usableSize(long size, long align);
}
