package dev.heapwright.adapters.testing;

import dev.heapwright.heap.Binding;
import java.lang.invoke.MethodHandle;

/**
 * Glue for the allocator that the system property {@value #PROPERTY} names ({@code system} by default), which tracks
 * its {@link BlockLedger}. Found by the service loader, like generated glue.
 */
public final class TestBinding extends Binding {
    /** Its value is {@code system}, {@code jemalloc} or {@code mimalloc}. */
    public static final String PROPERTY = "heapwright.test.allocator";

    private static final NamedAllocator ALLOCATOR = NamedAllocator.of(System.getProperty(PROPERTY, "system"));
    private static final MethodHandle ALLOCATE = ALLOCATOR.function("allocate", long.class, 2);
    private static final MethodHandle DEALLOCATE = ALLOCATOR.function("deallocate", void.class, 3);
    private static final MethodHandle REALLOCATE = ALLOCATOR.function("reallocate", long.class, 4);
    private static final MethodHandle REALLOCATE_INPLACE = ALLOCATOR.function("reallocateInplace", long.class, 4);
    private static final MethodHandle USABLE_SIZE = ALLOCATOR.function("usableSize", long.class, 2);

    private final BlockLedger live = BlockLedger.OF_HEAP;

    /** Called by the service loader. */
    public TestBinding() {
        super(ALLOCATOR.type().getName(), "", "for a test");
    }

    @Override
    protected long allocate(long size, long align) {
        live.isAllocating();
        if (!live.mayGrowBy(size)) {
            return 0;
        }
        long address = call(() -> (long) ALLOCATE.invokeExact(size, align));
        if (address != 0) {
            live.add(address, size, usableSize(size, align), align);
        }
        return address;
    }

    @Override
    protected void deallocate(long address, long oldSize, long align) {
        live.remove(address, oldSize, align);
        call(() -> {
            DEALLOCATE.invokeExact(address, oldSize, align);
            return 0;
        });
        live.hasDeallocated();
    }

    @Override
    protected long reallocate(long address, long oldSize, long size, long align) {
        if (size > oldSize && !live.mayGrowBy(size - oldSize)) {
            return 0;
        }
        live.remove(address, oldSize, align);
        long moved = call(() -> (long) REALLOCATE.invokeExact(address, oldSize, size, align));
        if (moved == 0) {
            live.add(address, oldSize, usableSize(oldSize, align), align);
        } else {
            live.add(moved, size, usableSize(size, align), align);
        }
        return moved;
    }

    @Override
    protected long reallocateInplace(long address, long oldSize, long size, long align) {
        if (size > oldSize && !live.mayGrowBy(size - oldSize)) {
            return usableSize(oldSize, align);
        }
        long asked = live.remove(address, oldSize, align);
        long usable = call(() -> (long) REALLOCATE_INPLACE.invokeExact(address, oldSize, size, align));
        boolean resized = size > oldSize ? usable >= size : usable < oldSize;
        live.add(address, resized ? size : asked, usable, align);
        return usable;
    }

    @Override
    protected long usableSize(long size, long align) {
        return call(() -> (long) USABLE_SIZE.invokeExact(size, align));
    }

    private interface Call {
        long run() throws Throwable;
    }

    private static long call(Call call) {
        try {
            return call.run();
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("an allocator throws no checked exception", e);
        }
    }
}
