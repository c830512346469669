package com.example.file;

import com.example.buddy.BuddySpace;
import dev.heapwright.annotations.Allocator;
import dev.heapwright.memory.Memory;
import java.nio.file.Path;

/**
 * An allocator whose memory is a mapped file: the operating system writes pages that have not been used for a while to
 * the file, and reads them when they are needed. So a program's off-heap data may be larger than the memory that there
 * is, and does not count as memory that cannot be reclaimed.
 *
 * <p>It uses only what is in Java, and works on each operating system. If the file system is full, the access to a new
 * page fails with an {@link InternalError}.
 *
 * <p>The file is memory, not a database: addresses in it mean nothing to the next JVM, which starts with an empty file.
 */
@Allocator
public final class FileAllocator {
    /** The file, as a system property; by default a temporary one. */
    public static final String PATH_PROPERTY = "com.example.file.path";

    /** The binary logarithm of the bytes that it has, as a system property: 32, which is 4 GiB, by default. */
    public static final String LOG_SIZE_PROPERTY = "com.example.file.logsize";

    private static final int LOG_SIZE = Integer.getInteger(LOG_SIZE_PROPERTY, 32);
    private static final MappedFile FILE = MappedFile.of(System.getProperty(PATH_PROPERTY), 1L << LOG_SIZE);
    private static final BuddySpace SPACE = new BuddySpace(FILE.start(), LOG_SIZE);

    private FileAllocator() {}

    /** {@return the file} */
    public static Path file() {
        return FILE.path();
    }

    /**
     * {@return where a block is in the file, in bytes from its beginning}
     *
     * @param address of the block
     */
    public static long offset(long address) {
        return address - FILE.start() + FILE.offset();
    }

    /**
     * {@return the address of a new block, a multiple of {@code align}, or 0}
     *
     * @param size in bytes, greater than 0
     * @param align in bytes, a power of two
     */
    public static long allocate(long size, long align) {
        return SPACE.allocate(size, align);
    }

    /**
     * Frees a block.
     *
     * @param address of the block
     * @param oldSize in bytes, from the requested size to the usable size
     * @param align the alignment it was allocated with
     */
    public static void deallocate(long address, long oldSize, long align) {
        SPACE.deallocate(address, oldSize, align);
    }

    /**
     * {@return the block's address after its size has become {@code size}; 0 if there is no memory, and then the block
     * is unchanged}
     *
     * @param address of the block
     * @param oldSize in bytes, from the requested size to the usable size
     * @param size the new size in bytes, greater than 0
     * @param align the alignment it was allocated with
     */
    public static long reallocate(long address, long oldSize, long size, long align) {
        if (usableSize(oldSize, align) == usableSize(size, align)) {
            return address;
        }
        long moved = allocate(size, align);
        if (moved != 0) {
            Memory.copy(address, moved, Math.min(oldSize, size));
            deallocate(address, oldSize, align);
        }
        return moved;
    }

    /**
     * {@return the unchanged usable size of the block}
     *
     * @param address of the block
     * @param oldSize in bytes, from the requested size to the usable size
     * @param size the new size in bytes, greater than 0
     * @param align the alignment it was allocated with
     */
    public static long reallocateInplace(long address, long oldSize, long size, long align) {
        return usableSize(oldSize, align);
    }

    /**
     * {@return the usable bytes of a block from {@code allocate(size, align)}: a power of two}
     *
     * @param size in bytes, greater than 0
     * @param align in bytes, a power of two
     */
    public static long usableSize(long size, long align) {
        return BuddySpace.usableSize(size, align);
    }
}
