package com.example.slab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class SizeClassesTest {
    @Test
    void aBlockIsLargeEnoughAndItsSizeAMultipleOfTheAlignment() {
        for (long align = 1; align <= SizeClasses.LARGEST; align *= 2) {
            for (long size = 1; size <= SizeClasses.LARGEST; size++) {
                int blockSize = SizeClasses.blockSize(SizeClasses.classOf(size, align));
                assertTrue(blockSize >= size && blockSize % align == 0, size + " aligned to " + align);
            }
        }
    }

    @Test
    void everySizeFromTheRequestedToTheUsableOneHasTheSameClass() {
        for (long align = 1; align <= SizeClasses.LARGEST; align *= 2) {
            for (long size = 1; size <= SizeClasses.LARGEST; size++) {
                int sizeClass = SizeClasses.classOf(size, align);
                int blockSize = SizeClasses.blockSize(sizeClass);
                // The classes do not decrease with the size, so testing both ends is sufficient.
                assertEquals(sizeClass, SizeClasses.classOf(blockSize, align), size + " aligned to " + align);
            }
        }
    }

    @Test
    void theClassesDoNotDecreaseWithTheSize() {
        for (long align = 1; align <= SizeClasses.LARGEST; align *= 2) {
            for (long size = 2; size <= SizeClasses.LARGEST; size++) {
                assertTrue(SizeClasses.classOf(size - 1, align) <= SizeClasses.classOf(size, align));
            }
        }
    }

    @Test
    void aBlockOfMoreThan64BytesIsLessThanAQuarterLargerThanRequested() {
        for (long size = 65; size <= SizeClasses.LARGEST; size++) {
            int blockSize = SizeClasses.blockSize(SizeClasses.classOf(size, 1));
            assertTrue(blockSize * 4 < size * 5, size + " takes " + blockSize);
        }
    }

    @Test
    void sizesAndAlignmentsBeyondAnyBlockAreLarge() {
        assertEquals(SizeClasses.LARGE, SizeClasses.classOf(SizeClasses.LARGEST + 1, 1));
        assertEquals(SizeClasses.LARGE, SizeClasses.classOf(Long.MAX_VALUE, 1));
        assertEquals(SizeClasses.LARGE, SizeClasses.classOf(1, SizeClasses.LARGEST * 2));
        assertEquals(SizeClasses.LARGE, SizeClasses.classOf(1, 1L << 62));
    }
}
