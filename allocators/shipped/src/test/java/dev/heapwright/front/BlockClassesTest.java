package dev.heapwright.front;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class BlockClassesTest {
    private static final int SIZES = BlockClasses.COUNT / 2;

    @Test
    void eachSizeHasTheSmallestClassThatIsLargeEnough() {
        int expected = 0;
        for (long size = 1; size <= BlockClasses.LARGEST; size++) {
            if (size > BlockClasses.size(expected)) {
                expected++;
            }
            assertEquals(expected, BlockClasses.of(size), "size " + size);
            assertEquals(SIZES + BlockClasses.of((size + 63) / 64 * 64), BlockClasses.ofLines(size));
        }
        assertEquals(SIZES - 1, expected);
    }

    @Test
    void aClassIsAtMostAQuarterLargerThanTheOneBefore() {
        assertEquals(16, BlockClasses.size(0));
        for (int blockClass = 1; blockClass < SIZES; blockClass++) {
            long before = BlockClasses.size(blockClass - 1);
            long step = BlockClasses.size(blockClass) - before;
            assertTrue(step == 16 || 4 * step <= before, "class " + blockClass);
        }
        assertEquals(BlockClasses.LARGEST, BlockClasses.size(SIZES - 1));
    }

    @Test
    void eachSizeIsThereWithTwoAlignments() {
        for (int blockClass = 0; blockClass < SIZES; blockClass++) {
            assertEquals(BlockClasses.size(blockClass), BlockClasses.size(SIZES + blockClass));
            assertEquals(16, BlockClasses.alignment(blockClass));
            assertEquals(64, BlockClasses.alignment(SIZES + blockClass));
        }
    }

    @Test
    void aMagazineHoldsAFewOfTheLargeBlocksAndManyOfTheSmallOnes() {
        assertEquals(512, BlockClasses.mostIn(BlockClasses.of(16)));
        assertEquals(512, BlockClasses.mostIn(BlockClasses.of(64)));
        assertEquals(32, BlockClasses.mostIn(BlockClasses.of(1024)));
        assertEquals(2, BlockClasses.mostIn(BlockClasses.of(32 << 10)));
        assertFalse(BlockClasses.isLarge(BlockClasses.of(32 << 10)));
        assertEquals(8, BlockClasses.mostIn(BlockClasses.of((32 << 10) + 1)));
        assertTrue(BlockClasses.isLarge(BlockClasses.of((32 << 10) + 1)));
        assertEquals(1, BlockClasses.mostIn(BlockClasses.of(BlockClasses.LARGEST)));
    }
}
