package dev.heapwright.testkit.block;

/** The functions of one allocator, as {@link dev.heapwright.annotations.Allocator} describes them. */
public interface Functions {
    /** {@return what the allocator is called in messages: its class} */
    String name();

    /**
     * {@return the same allocator as it was before anybody called it: what this one has been through, its defects
     * included, is not its business. Where that cannot be had, this one}
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
     * {@return the address of a new block of zeros, 0 on failure}
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
     * @param align the one it was allocated with
     */
    void deallocate(long address, long oldSize, long align);

    /**
     * {@return the address of the block after its size has become {@code size}, 0 on failure}
     *
     * @param address of the block
     * @param oldSize bytes, from the requested size to the usable size
     * @param size bytes, greater than 0
     * @param align the one it was allocated with
     */
    long reallocate(long address, long oldSize, long size, long align);

    /**
     * {@return the usable size of the block after the attempt to resize it where it is}
     *
     * @param address of the block
     * @param oldSize bytes, from the requested size to the usable size
     * @param size bytes, greater than 0
     * @param align the one it was allocated with
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
