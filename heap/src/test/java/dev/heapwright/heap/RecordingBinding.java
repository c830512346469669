package dev.heapwright.heap;

import java.util.ArrayList;
import java.util.List;

/** The glue of the tests: records the calls, and returns {@link #ADDRESS} or nothing. */
public final class RecordingBinding extends Binding {
    static final long ADDRESS = 4096;
    static final long TOO_LARGE = 1L << 40;

    /** The alignment for which there is advice. */
    static final long LIMITED_ALIGN = 1L << 20;

    private static final List<String> CALLS = new ArrayList<>();

    /** Called by the service loader. */
    public RecordingBinding() {
        super("com.acme.PoolAllocator", "1.2", "linked explicitly");
    }

    /** {@return the calls since this was last called, as written in source} */
    static List<String> calls() {
        List<String> calls = List.copyOf(CALLS);
        CALLS.clear();
        return calls;
    }

    @Override
    protected long allocate(long size, long align) {
        CALLS.add("allocate(" + size + ", " + align + ")");
        return size >= TOO_LARGE ? 0 : ADDRESS;
    }

    @Override
    protected long allocateZeroed(long size, long align) {
        CALLS.add("allocateZeroed(" + size + ", " + align + ")");
        return size >= TOO_LARGE ? 0 : ADDRESS;
    }

    @Override
    protected void deallocate(long address, long oldSize, long align) {
        CALLS.add("deallocate(" + address + ", " + oldSize + ", " + align + ")");
    }

    @Override
    protected long reallocate(long address, long oldSize, long size, long align) {
        CALLS.add("reallocate(" + address + ", " + oldSize + ", " + size + ", " + align + ")");
        return size >= TOO_LARGE ? 0 : 2 * ADDRESS;
    }

    @Override
    protected long reallocateInplace(long address, long oldSize, long size, long align) {
        CALLS.add("reallocateInplace(" + address + ", " + oldSize + ", " + size + ", " + align + ")");
        return size >= TOO_LARGE ? oldSize + 2 : size + 1;
    }

    @Override
    protected long usableSize(long size, long align) {
        CALLS.add("usableSize(" + size + ", " + align + ")");
        return size + 2;
    }

    @Override
    protected String exhaustionHelp(long size, long align) {
        return align == LIMITED_ALIGN ? "a pool has " + TOO_LARGE + " bytes, not " + size : "";
    }
}
