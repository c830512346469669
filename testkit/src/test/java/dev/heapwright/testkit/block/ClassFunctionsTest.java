package dev.heapwright.testkit.block;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Is itself an allocator, each of whose functions returns a distinct result. */
public class ClassFunctionsTest {
    private static long calls;

    /** {@return how often it was called} */
    public static long allocate(long size, long align) {
        return ++calls;
    }

    /** Does nothing. */
    public static void deallocate(long address, long oldSize, long align) {
        calls += 100 * address + 10 * oldSize + align;
    }

    /** {@return its arguments} */
    public static long reallocate(long address, long oldSize, long size, long align) {
        return 1000 * address + 100 * oldSize + 10 * size + align;
    }

    /** {@return its arguments} */
    public static long reallocateInplace(long address, long oldSize, long size, long align) {
        return -(1000 * address + 100 * oldSize + 10 * size + align);
    }

    /** {@return its arguments} */
    public static long usableSize(long size, long align) {
        return 10 * size + align;
    }

    /** {@return its arguments} */
    public static long allocateZeroed(long size, long align) {
        return -(10 * size + align);
    }

    @Test
    void callsGoToTheClassAndItsCopyHasItsOwnState() {
        Functions functions = ClassFunctions.of(ClassFunctionsTest.class);
        assertEquals(1, functions.allocate(8, 8));
        functions.deallocate(1, 2, 3);
        assertEquals(125, functions.allocate(8, 8));
        assertEquals(1234, functions.reallocate(1, 2, 3, 4));
        assertEquals(-1234, functions.reallocateInplace(1, 2, 3, 4));
        assertEquals(12, functions.usableSize(1, 2));
        assertEquals(-12, functions.allocateZeroed(1, 2));

        Functions anew = functions.anew();
        assertEquals(1, anew.allocate(8, 8));
        assertEquals(126, functions.allocate(8, 8));
        assertEquals(1, anew.anew().allocate(8, 8));
        assertEquals(2, anew.allocate(8, 8));
    }
}
