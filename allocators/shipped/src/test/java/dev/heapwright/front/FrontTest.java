package dev.heapwright.front;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.heapwright.memory.Memory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a front does with one thread's blocks. */
class FrontTest {
    private static final long LIMIT = 8 << 20;

    private final RecordingAllocator behind = new RecordingAllocator();
    private final MagazineFront front = MagazineFront.of(behind, LIMIT, Long.MAX_VALUE);

    @AfterEach
    void everythingIsGivenBack() {
        // At first it is only seen what there is.
        for (int i = 0; i < 5; i++) {
            front.kept().trim();
            front.deallocate(front.allocate(1, 1), 1, 1);
        }
        assertTrue(behind.bytes() <= 16, () -> "lost: " + behind.blocks());
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "64, 8", "100, 16", "100, 32", "5000, 64", "40000, 8", "1048576, 16"})
    void aFreedBlockIsGivenOutAgainWithoutACall(long size, long align) {
        long block = front.allocate(size, align);
        front.deallocate(block, size, align);
        int calls = behind.calls();
        for (int i = 0; i < 100; i++) {
            assertEquals(block, front.allocate(size, align));
            front.deallocate(block, front.usableSize(size, align), align);
        }
        assertEquals(calls, behind.calls());
    }

    @ParameterizedTest
    @ValueSource(longs = {16, 64, 1000, 16 << 10})
    void soAreManySmallOnes(long size) {
        int count = (int) Math.min(1000, (32 << 10) / size);
        freeAll(allocated(count, size), size);
        int calls = behind.calls();
        freeAll(allocated(count, size), size);
        assertEquals(calls, behind.calls());
    }

    @Test
    void aBlockIsAskedForWithTheSizeAndAlignmentOfItsClass() {
        long natural = front.allocate(130, 8);
        long aligned = front.allocate(130, 32);
        assertEquals(
                Map.of(natural, new RecordingAllocator.Block(160, 16), aligned, new RecordingAllocator.Block(192, 64)),
                behind.blocks());
        front.deallocate(natural, 130, 8);
        front.deallocate(aligned, 192, 32);
    }

    @ParameterizedTest
    @CsvSource({"1048577, 8, 16", "2000000, 32, 64", "100, 128, 128", "1048576, 4096, 4096"})
    void blocksThatAreLargerOrMoreAlignedArePassedOn(long size, long align, long asked) {
        long block = front.allocate(size, align);
        assertEquals(Map.of(block, new RecordingAllocator.Block(size, asked)), behind.blocks());
        assertEquals(size, front.usableSize(size, align));
        front.deallocate(block, size, align);
        assertEquals(Map.of(), behind.blocks());
    }

    @Test
    void whatIsSwitchedOffPassesEverythingOnAsItIs() {
        MagazineFront off = MagazineFront.of(behind, 0, Long.MAX_VALUE);
        long block = off.allocate(3, 1);
        assertEquals(Map.of(block, new RecordingAllocator.Block(3, 1)), behind.blocks());
        assertEquals(3, off.usableSize(3, 1));
        block = off.reallocate(block, 3, 5, 1);
        assertEquals(Map.of(block, new RecordingAllocator.Block(5, 1)), behind.blocks());
        assertEquals(2, off.reallocateInplace(block, 5, 2, 1));
        off.deallocate(block, 2, 1);
        block = off.allocateZeroed(3, 1);
        assertEquals(Map.of(block, new RecordingAllocator.Block(3, 1)), behind.blocks());
        off.deallocate(block, 3, 1);
        assertEquals(Map.of(), behind.blocks());
        assertEquals(0, off.kept().spent());
    }

    @ParameterizedTest
    @CsvSource({"100, 8", "100, 64", "100000, 8"})
    void zerosAreZerosThoughTheBlockWasUsed(long size, long align) {
        long usable = front.usableSize(size, align);
        for (int i = 0; i < 2; i++) {
            long block = front.allocateZeroed(size, align);
            for (long at = 0; at < usable; at++) {
                assertEquals(0, Memory.getByte(block + at));
            }
            Memory.fill(block, usable, (byte) 1);
            front.deallocate(block, size, align);
        }
    }

    @Test
    void whatIsFreedMakesNoPlacesForLargeBlocks() {
        long grown = front.allocate(5000, 8);
        grown = front.reallocate(grown, 5000, 100_000, 8);
        front.deallocate(grown, 100_000, 8);
        assertEquals(Map.of(), large());
    }

    @Test
    void butWhatHadToBeAllocatedDoes() {
        freeAll(allocated(3, 100_000), 100_000);
        assertEquals(3, large().size());
        freeAll(allocated(20, 100_000), 100_000);
        assertEquals(8, large().size());
    }

    @Test
    void aBlockStaysWhereItIsWithinItsClass() {
        long block = front.allocate(129, 8);
        assertEquals(block, front.reallocate(block, 129, 160, 8));
        assertEquals(block, front.reallocate(block, 160, 130, 8));
        assertEquals(160, front.reallocateInplace(block, 130, 150, 8));
        assertEquals(160, front.reallocateInplace(block, 130, 200, 8));
        assertEquals(160, front.reallocateInplace(block, 130, 20, 8));
        front.deallocate(block, 130, 8);
    }

    @ParameterizedTest
    @CsvSource({
        "100, 200",
        "200, 100",
        "100, 3000000",
        "3000000, 100",
        "5000, 500000",
        "500000, 5000",
        "500000, 3000000",
        "3000000, 500000",
        "3000000, 2000000"
    })
    void aResizedBlockHasItsContent(long from, long to) {
        for (long align : new long[] {8, 64, 256}) {
            long block = front.allocate(from, align);
            long common = Math.min(from, to);
            for (long at = 0; at + 8 <= common; at += 8) {
                Memory.putLong(block + at, at);
            }
            block = front.reallocate(block, from, to, align);
            for (long at = 0; at + 8 <= common; at += 8) {
                assertEquals(at, Memory.getLong(block + at));
            }
            front.deallocate(block, front.usableSize(to, align), align);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "3000000, 2000000, 2000000",
        "3000000, 100000, 114688",
        "500000, 100000, 114688",
        "3000000, 100, 3000000"
    })
    void aBlockThatShrinksInPlaceHasAsMuchAsItsClass(long from, long to, long usable) {
        long block = front.allocate(from, 8);
        assertEquals(usable, front.reallocateInplace(block, from, to, 8));
        front.deallocate(block, usable, 8);
    }

    @Test
    void allTogetherIsWithinTheLimit() {
        for (long size = 16; size <= BlockClasses.LARGEST; size *= 2) {
            freeAll(allocated(100, size), size);
            assertTrue(front.kept().spent() <= LIMIT);
            assertTrue(behind.bytes() <= front.kept().spent());
        }
        assertTrue(front.kept().spent() > LIMIT / 16);
    }

    @Test
    void whatALongUnusedClassHasMakesRoomForOthers() {
        freeAll(allocated(1, 1 << 20), 1 << 20);
        freeAll(allocated(1, 900_000), 900_000);
        assertEquals(2, large().size());
        freeAll(allocated(2000, 64), 64);
        freeAll(allocated(100, 3000), 3000);
        int calls = behind.calls();
        freeAll(allocated(20, 3000), 3000);
        assertEquals(calls, behind.calls());
    }

    @Test
    void beforeThereIsNoMoreMemoryWhatIsKeptGoesBack() {
        freeAll(allocated(1000, 64), 64);
        behind.limitTo(behind.bytes());
        long block = front.allocate(50_000, 8);
        assertNotEquals(0, block);
        assertEquals(0, front.allocate(50_000, 8));
        long larger = front.reallocate(block, 50_000, 70_000, 8);
        assertEquals(0, larger);
        front.deallocate(block, 50_000, 8);
        block = front.allocateZeroed(51_000, 8);
        assertNotEquals(0, block);
        front.deallocate(block, 51_000, 8);
    }

    @Test
    void whatIsBehindReleasesWhatItKeepsForTheThread() {
        front.releaseThreadCache();
        assertEquals(Set.of(Thread.currentThread()), behind.released());
    }

    @Test
    void aBlockThatCannotBeMovedIsUnchanged() {
        long block = front.allocate(100, 8);
        behind.limitTo(behind.bytes());
        assertEquals(0, front.reallocate(block, 100, 300, 8));
        assertEquals(0, front.reallocate(block, 100, 3_000_000, 8));
        assertEquals(Map.of(block, new RecordingAllocator.Block(112, 16)), behind.blocks());
        front.deallocate(block, 100, 8);
    }

    private Map<Long, RecordingAllocator.Block> large() {
        return behind.blocks().entrySet().stream()
                .filter(block -> block.getValue().size() > 32 << 10)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private List<Long> allocated(int count, long size) {
        List<Long> blocks = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            blocks.add(front.allocate(size, 8));
        }
        return blocks;
    }

    private void freeAll(List<Long> blocks, long size) {
        blocks.forEach(block -> front.deallocate(block, size, 8));
    }
}
