package dev.heapwright.testkit.block;

import java.util.concurrent.atomic.LongAdder;

/** An allocator's functions, and the number of calls that have returned from them and from those of its copies. */
public final class CountedFunctions implements Functions {
    private final Functions functions;
    private final LongAdder returned;

    /** Starts counting at 0. */
    public CountedFunctions(Functions functions) {
        this(functions, new LongAdder());
    }

    private CountedFunctions(Functions functions, LongAdder returned) {
        this.functions = functions;
        this.returned = returned;
    }

    /** {@return how many calls have returned} */
    public long returned() {
        return returned.sum();
    }

    @Override
    public String name() {
        return functions.name();
    }

    @Override
    public Functions anew() {
        return new CountedFunctions(functions.anew(), returned);
    }

    @Override
    public long allocate(long size, long align) {
        long address = functions.allocate(size, align);
        returned.increment();
        return address;
    }

    @Override
    public boolean hasAllocateZeroed() {
        return functions.hasAllocateZeroed();
    }

    @Override
    public long allocateZeroed(long size, long align) {
        long address = functions.allocateZeroed(size, align);
        returned.increment();
        return address;
    }

    @Override
    public void deallocate(long address, long oldSize, long align) {
        functions.deallocate(address, oldSize, align);
        returned.increment();
    }

    @Override
    public long reallocate(long address, long oldSize, long size, long align) {
        long moved = functions.reallocate(address, oldSize, size, align);
        returned.increment();
        return moved;
    }

    @Override
    public long reallocateInplace(long address, long oldSize, long size, long align) {
        long usable = functions.reallocateInplace(address, oldSize, size, align);
        returned.increment();
        return usable;
    }

    @Override
    public long usableSize(long size, long align) {
        long usable = functions.usableSize(size, align);
        returned.increment();
        return usable;
    }
}
