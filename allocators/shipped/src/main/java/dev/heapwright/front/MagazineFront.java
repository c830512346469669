package dev.heapwright.front;

import dev.heapwright.memory.Memory;
import org.jspecify.annotations.Nullable;

/**
 * The front: which way a block takes.
 *
 * <p>It is a record, since the JIT takes the fields of a record for constants, if the record itself is one. With loads and
 * bounds checks in their place, a block costs half as much again.
 *
 * @param largest the largest size of a block that is kept, in bytes; 0 if none is
 * @param small the largest size of a block that takes the shortest way, in bytes; 0 if none is kept
 * @param table see {@link KeptBlocks#table}
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares fronts
record MagazineFront(
        long largest,
        long small,
        BackingAllocator backing,
        KeptBlocks kept,
        @Nullable Magazines[] table) implements Front {
    /** Up to this size, a block that is resized moves to another class by copying, in bytes. */
    private static final long COPIED = 4 << 10;

    /**
     * Creates a front.
     *
     * @param bytes what all threads together may keep
     * @param periodMillis how long what is not used is kept, in milliseconds, at least
     */
    static MagazineFront of(BackingAllocator backing, long bytes, long periodMillis) {
        KeptBlocks kept = new KeptBlocks(backing, bytes, periodMillis);
        boolean isOff = bytes == 0;
        return new MagazineFront(
                isOff ? 0 : BlockClasses.LARGEST, isOff ? 0 : BlockClasses.SMALL, backing, kept, kept.table());
    }

    @Override
    public long allocate(long size, long align) {
        if (size > small || align > BlockClasses.NATURAL_ALIGNMENT) {
            return allocateOther(size, align);
        }
        int blockClass = BlockClasses.of(size);
        Magazines mine = Owners.mine(table);
        if (mine != null) {
            if (mine.lastClass == blockClass) {
                mine.lastClass = Magazines.NONE;
                return mine.last;
            }
            long[] magazine = mine.loaded[blockClass];
            if (!Magazine.isEmpty(magazine)) {
                return Magazine.pop(magazine);
            }
        }
        return take(blockClass, false);
    }

    private long allocateOther(long size, long align) {
        return isKept(size, align)
                ? take(classOf(size, align), false)
                : allocateNatively(size, alignmentBehind(align), false);
    }

    @Override
    public long allocateZeroed(long size, long align) {
        return isKept(size, align)
                ? take(classOf(size, align), true)
                : allocateNatively(size, alignmentBehind(align), true);
    }

    @Override
    public void deallocate(long address, long oldSize, long align) {
        if (oldSize > small || align > BlockClasses.NATURAL_ALIGNMENT) {
            deallocateOther(address, oldSize, align);
            return;
        }
        int blockClass = BlockClasses.of(oldSize);
        Magazines mine = Owners.mine(table);
        if (mine == null) {
            kept.put(blockClass, address);
            return;
        }
        int lastClass = mine.lastClass;
        long last = mine.last;
        mine.lastClass = blockClass;
        mine.last = address;
        if (lastClass == Magazines.NONE) {
            return;
        }
        long[] magazine = mine.loaded[lastClass];
        if (Magazine.isFull(magazine)) {
            kept.put(lastClass, last);
        } else {
            Magazine.push(magazine, last);
        }
    }

    private void deallocateOther(long address, long oldSize, long align) {
        if (isKept(oldSize, align)) {
            kept.put(classOf(oldSize, align), address);
        } else {
            backing.deallocate(address, oldSize, alignmentBehind(align));
        }
    }

    @Override
    public long reallocate(long address, long oldSize, long size, long align) {
        long from = sizeBehind(oldSize, align);
        long to = sizeBehind(size, align);
        if (from == to && isKept(size, align)) {
            return address;
        }
        if (isCopied(oldSize, size, align)) {
            return moved(address, oldSize, size, align);
        }
        long alignment = alignmentBehind(align);
        long resized = backing.reallocate(address, from, to, alignment);
        return resized == 0 && kept.giveBack() ? backing.reallocate(address, from, to, alignment) : resized;
    }

    private long moved(long address, long oldSize, long size, long align) {
        long copy = allocate(size, align);
        if (copy != 0) {
            Memory.copy(address, copy, Math.min(oldSize, size));
            deallocate(address, oldSize, align);
        }
        return copy;
    }

    @Override
    public long reallocateInplace(long address, long oldSize, long size, long align) {
        long from = sizeBehind(oldSize, align);
        long to = sizeBehind(size, align);
        if (from == to || isCopied(oldSize, size, align)) {
            return usableSize(oldSize, align);
        }
        long usable = backing.reallocateInplace(address, from, to, alignmentBehind(align));
        boolean isResized = to > from ? usable >= to : usable < from;
        if (!isResized) {
            return usableSize(oldSize, align);
        }
        return isKept(size, align) ? to : usable;
    }

    @Override
    public long usableSize(long size, long align) {
        return isKept(size, align) ? sizeBehind(size, align) : backing.usableSize(size, alignmentBehind(align));
    }

    @Override
    public void releaseThreadCache() {
        backing.releaseThreadCache();
    }

    /** Takes a block where the loaded magazine has none. */
    private long take(int blockClass, boolean isZeroed) {
        long address = kept.take(blockClass);
        if (address == 0) {
            return allocateNatively(BlockClasses.size(blockClass), BlockClasses.alignment(blockClass), isZeroed);
        }
        if (isZeroed) {
            Memory.fill(address, BlockClasses.size(blockClass), (byte) 0);
        }
        return address;
    }

    private long allocateNatively(long size, long align, boolean isZeroed) {
        long address = allocatedBehind(size, align, isZeroed);
        return address == 0 && kept.giveBack() ? allocatedBehind(size, align, isZeroed) : address;
    }

    private long allocatedBehind(long size, long align, boolean isZeroed) {
        return isZeroed ? backing.allocateZeroed(size, align) : backing.allocate(size, align);
    }

    /** Returns whether blocks like this are kept. */
    private boolean isKept(long size, long align) {
        return size <= largest && align <= BlockClasses.LINE;
    }

    /** Returns whether a block is resized by copying it: for small ones that is faster than what is native. */
    private boolean isCopied(long oldSize, long size, long align) {
        long smaller = Math.min(oldSize, size);
        return smaller <= COPIED && isKept(smaller, align);
    }

    private static int classOf(long size, long align) {
        return align <= BlockClasses.NATURAL_ALIGNMENT ? BlockClasses.of(size) : BlockClasses.ofLines(size);
    }

    /** Returns the size that the native allocator knows a block by. */
    private long sizeBehind(long size, long align) {
        return isKept(size, align) ? BlockClasses.size(classOf(size, align)) : size;
    }

    /** Returns the alignment that the native allocator knows a block by, which is the same for blocks of all sizes. */
    private long alignmentBehind(long align) {
        if (largest == 0 || align > BlockClasses.LINE) {
            return align;
        }
        return align <= BlockClasses.NATURAL_ALIGNMENT ? BlockClasses.NATURAL_ALIGNMENT : BlockClasses.LINE;
    }
}
