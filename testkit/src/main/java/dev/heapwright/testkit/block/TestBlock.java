package dev.heapwright.testkit.block;

/**
 * A live block, and what is known about it.
 *
 * @param address of its first byte
 * @param size the requested bytes, when it was allocated or last resized
 * @param usable bytes that may be used, at least {@code size}
 * @param align bytes, a power of two
 * @param content which pattern its usable bytes are filled with
 * @param past what happened to it
 */
public record TestBlock(long address, long size, long usable, long align, long content, Past past) {
    /** What happened to a block last, apart from moving it or failing to resize it in place. */
    enum Past {
        ALLOCATED,
        RESIZED_INPLACE,
        REFUSED_TO_REALLOCATE
    }

    TestBlock resizedInplace(long newSize, long newUsable, long newContent) {
        return new TestBlock(address, newSize, newUsable, align, newContent, Past.RESIZED_INPLACE);
    }

    TestBlock refusedToReallocate() {
        return new TestBlock(address, size, usable, align, content, Past.REFUSED_TO_REALLOCATE);
    }

    /** {@return the address after its last usable byte} */
    long end() {
        return address + usable;
    }

    /** {@return its name in messages} */
    @Override
    public String toString() {
        return "the block of %d usable bytes at 0x%x".formatted(usable, address);
    }
}
