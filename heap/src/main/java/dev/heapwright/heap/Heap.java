package dev.heapwright.heap;

import dev.heapwright.memory.ProcessMalloc;

/**
 * Native memory from the one allocator that the build has bound. Addresses refer to blocks outside the Java heap, which
 * are accessed with {@link dev.heapwright.memory.Memory} and freed with {@link #deallocate}: nothing frees them
 * automatically.
 *
 * <p><b>Why it costs nothing.</b>
 * <ol>
 * <li>The glue is found once, by the first call, and kept in a {@code static final} field. To the JIT, this is a <a
 *     href="https://shipilev.net/jvm/anatomy-quarks/15-just-in-time-constants/">constant</a> of an exact type, so a call
 *     through {@code Heap} compiles to the argument checks and a direct call of the allocator's static function, inlined
 *     like any other.
 * <li>Nothing is checked to detect the first call: initialising the class of that field finds the glue.
 * <li>If the first call fails because the stack, the Java heap or the file handles are exhausted, it throws an error that
 *     says so, and the next call tries again. The field then remains null, and calls take one load more.
 * </ol>
 *
 * <p><b>Which glue.</b> It is loaded with the class loader that loaded this class. An artifact that contains its own
 * copy of the heap (a web archive with the jar inside) therefore has its own binding; one that gets the heap from its
 * host shares the host's allocator.
 *
 * <p>A block of size 0 has no memory: its address is not 0 and must not be accessed, and freeing it does nothing.
 *
 * <p>Every function throws {@link IllegalArgumentException} for a negative size, an {@code align} that is not a power
 * of two, or an {@code address} of 0, and {@link BindingError} if the build has bound no allocator, or more than one, or if the
 * process has another {@code malloc} than the one that its image was linked to, or that the program was built to be started with.
 * An incorrect {@code oldSize} or {@code align} cannot be detected here: like freeing a block twice, it corrupts the
 * allocator.
 */
public final class Heap {
    private Heap() {}

    /**
     * {@return what the heap is bound to, and why; its text is the same as in the build log}
     *
     * @throws BindingError if no allocator is bound, or several, or the process is not linked as was promised
     */
    public static Binding binding() {
        Binding binding = Bound.binding();
        if (binding instanceof Unbound unbound) {
            throw unbound.error();
        }
        return binding;
    }

    /**
     * Returns what answers to {@code malloc} in this process, which is what serves all native memory that is not the heap's: by
     * default the C library; another library if the process was linked to it, or started with it by {@code LD_PRELOAD}. It is
     * looked up by each call. The heap need not be bound.
     *
     * @return what answers to {@code malloc}, and whether Java code finds another one; its text is meant for a log
     */
    public static ProcessMalloc process() {
        return ProcessMalloc.current();
    }

    /**
     * Allocates a block. Its content is unspecified.
     *
     * @param size in bytes, 0 or greater
     * @param align in bytes, a power of two
     * @return the block's address, a multiple of {@code align}, never 0
     * @throws HeapExhaustedError if the allocator could not allocate it
     */
    public static long allocate(long size, long align) {
        if (!isBlock(size, align)) {
            return EmptyBlock.allocate(size, align);
        }
        Binding binding = Bound.binding();
        long address;
        try {
            address = binding.allocate(size, align);
        } catch (Error e) {
            throw CircularCall.explained(e, binding.allocator());
        }
        if (address == 0) {
            throw exhausted(binding, size, align);
        }
        return address;
    }

    /**
     * Allocates a block filled with 0.
     *
     * @param size in bytes, 0 or greater
     * @param align in bytes, a power of two
     * @return the block's address, a multiple of {@code align}, never 0
     * @throws HeapExhaustedError if the allocator could not allocate it
     */
    public static long allocateZeroed(long size, long align) {
        if (!isBlock(size, align)) {
            return EmptyBlock.allocate(size, align);
        }
        Binding binding = Bound.binding();
        long address;
        try {
            address = binding.allocateZeroed(size, align);
        } catch (Error e) {
            throw CircularCall.explained(e, binding.allocator());
        }
        if (address == 0) {
            throw exhausted(binding, size, align);
        }
        return address;
    }

    /**
     * Frees a block. Any thread may do so.
     *
     * @param address of the block
     * @param oldSize in bytes, from the requested size to the usable size
     * @param align the alignment it was allocated with
     */
    public static void deallocate(long address, long oldSize, long align) {
        checkBlock(address, oldSize, align);
        if (oldSize != 0) {
            Bound.binding().deallocate(address, oldSize, align);
        }
    }

    /**
     * Resizes a block, preserving its first {@code min(oldSize, size)} bytes.
     *
     * @param address of the block; no longer valid afterwards unless it is returned
     * @param oldSize in bytes, from the requested size to the usable size
     * @param size the new size in bytes, 0 or greater
     * @param align the alignment it was allocated with
     * @return the block's address from now on, never 0
     * @throws HeapExhaustedError if the allocator has no memory for it; the old block is then unchanged
     */
    public static long reallocate(long address, long oldSize, long size, long align) {
        checkBlock(address, oldSize, align);
        if (oldSize == 0) {
            return allocate(size, align);
        }
        if (size <= 0) {
            long empty = EmptyBlock.allocate(size, align);
            Bound.binding().deallocate(address, oldSize, align);
            return empty;
        }
        Binding binding = Bound.binding();
        long moved;
        try {
            moved = binding.reallocate(address, oldSize, size, align);
        } catch (Error e) {
            throw CircularCall.explained(e, binding.allocator());
        }
        if (moved == 0) {
            throw exhausted(binding, size, align);
        }
        return moved;
    }

    /**
     * Resizes a block if that can be done without moving it. This is the function to use for resizing a block in place:
     * its result is unambiguous.
     *
     * <pre>{@code
     * if (Heap.resizeInplace(address, size, newSize, align)) {
     *     size = newSize;
     * }
     * }</pre>
     *
     * @param address of the block
     * @param oldSize in bytes, from the requested size to the usable size
     * @param newSize in bytes, greater than 0 unless {@code oldSize} is 0: a block cannot shrink to size 0 in place
     * @param align the alignment it was allocated with
     * @return true if {@code newSize} is the block's size from now on; false if the block is unchanged, and {@code
     *     oldSize} is still its size. An allocator may refuse to shrink a block as well as to grow it.
     * @throws IllegalArgumentException also if {@code newSize} is 0 and {@code oldSize} is not
     */
    public static boolean resizeInplace(long address, long oldSize, long newSize, long align) {
        checkBlock(address, oldSize, align);
        if (oldSize == 0 || newSize <= 0) {
            return EmptyBlock.resizeInplace(oldSize, newSize) == newSize;
        }
        long usable = Bound.binding().reallocateInplace(address, oldSize, newSize, align);
        // The usable size of a block that was not shrunk is at least its old size, and therefore also at least the new
        // size.
        return newSize < oldSize ? usable < oldSize : usable >= newSize;
    }

    /**
     * Resizes a block if that can be done without moving it, and returns its usable size afterwards, as the allocator
     * does. {@link #resizeInplace} returns whether it was resized; here the caller has to interpret the result:
     * <ul>
     * <li>To grow a block ({@code size > oldSize}): it has grown if the result is at least {@code size}.
     * <li>To shrink a block ({@code size < oldSize}): it has shrunk if the result is less than {@code oldSize}. A
     *     result that is at least {@code size} does not mean this.
     * <li>Otherwise the result is {@code usableSize(oldSize, align)}: the block is unchanged and has its old size, with
     *     which it must be freed.
     * </ul>
     *
     * @param address of the block
     * @param oldSize in bytes, from the requested size to the usable size
     * @param size the new size in bytes, greater than 0 unless {@code oldSize} is 0: a block cannot shrink to size 0 in
     *     place
     * @param align the alignment it was allocated with
     * @return the block's usable size afterwards
     * @throws IllegalArgumentException also if {@code size} is 0 and {@code oldSize} is not
     */
    public static long reallocateInplace(long address, long oldSize, long size, long align) {
        checkBlock(address, oldSize, align);
        if (oldSize == 0 || size <= 0) {
            return EmptyBlock.resizeInplace(oldSize, size);
        }
        return Bound.binding().reallocateInplace(address, oldSize, size, align);
    }

    /**
     * Returns how much of a block may be used.
     *
     * @param size in bytes, 0 or greater
     * @param align in bytes, a power of two
     * @return the usable bytes of a block from {@code allocate(size, align)}, at least {@code size}
     */
    public static long usableSize(long size, long align) {
        if (!isBlock(size, align)) {
            EmptyBlock.allocate(size, align);
            return 0;
        }
        return Bound.binding().usableSize(size, align);
    }

    private static boolean isBlock(long size, long align) {
        return size > 0 && isPowerOfTwo(align);
    }

    static boolean isPowerOfTwo(long align) {
        return align > 0 && (align & (align - 1)) == 0;
    }

    private static void checkBlock(long address, long oldSize, long align) {
        if (address == 0 || oldSize < 0 || !isPowerOfTwo(align)) {
            if (address == 0) {
                throw new IllegalArgumentException("address is 0, which is not a block");
            }
            throw EmptyBlock.illegal("oldSize", oldSize, align);
        }
    }

    private static HeapExhaustedError exhausted(Binding binding, long size, long align) {
        return new HeapExhaustedError(size, align, binding.allocator(), binding.exhaustionHelp(size, align));
    }
}
