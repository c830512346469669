package dev.heapwright.heap.checked;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The messages of checked glue for each misuse. */
class MisuseTest extends MisuseFixture {
    @Test
    void aBlockThatIsFreedTwice() {
        long block = heap.allocate(64, 8);
        giveBack(block, 64);
        assertMisuse("""
                [Heapwright/DoubleFree] deallocate of a block of 64 bytes that was already freed
                    the call:  deallocate(0x…, 64, 8)
                    the block: 64 bytes aligned to 8 at 0x…, allocated
                      at MisuseTest.aBlockThatIsFreedTwice
                    freed
                      at MisuseFixture.giveBack
                  help: let one part of the program own the block and free it once
                  more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=DoubleFree""", () -> heap.deallocate(block, 64, 8));
    }

    @Test
    void aBlockThatIsResizedAfterItWasFreed() {
        long block = heap.allocate(64, 8);
        giveBack(block, 64);
        assertHeadline(
                "[Heapwright/DoubleFree] reallocate of a block of 64 bytes that was already freed",
                () -> heap.reallocate(block, 64, 65, 8));
        assertHeadline(
                "[Heapwright/DoubleFree] reallocateInplace of a block of 64 bytes that was already freed",
                () -> heap.reallocateInplace(block, 64, 65, 8));
    }

    @Test
    void aBlockThatIsFreedAtItsOldAddressAfterItMoved() {
        long block = heap.allocate(64, 8);
        long moved = move(block);
        assertMisuse("""
                [Heapwright/DoubleFree] deallocate of a block of 64 bytes that was already freed
                    the call:  deallocate(0x…, 64, 8)
                    the block: 64 bytes aligned to 8 at 0x…, allocated
                      at MisuseTest.aBlockThatIsFreedAtItsOldAddressAfterItMoved
                    freed
                      at MisuseFixture.move
                  help: let one part of the program own the block and free it once
                  more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=DoubleFree""", () -> heap.deallocate(block, 64, 8));
        giveBack(moved, 64);
    }

    @Test
    void anAddressWhereNoBlockBegins() {
        assertMisuse("""
                [Heapwright/NotLive] deallocate of an address that is not the start of a block
                    the call:  deallocate(0x…, 64, 8)
                    nothing was allocated there, or it was freed long ago
                  help: pass the address that the heap returned, while the block is live
                  more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=NotLive""", () -> heap.deallocate(4096, 64, 8));
        assertHeadline(
                "[Heapwright/NotLive] reallocate of an address that is not the start of a block",
                () -> heap.reallocate(4096, 64, 65, 8));
        assertHeadline(
                "[Heapwright/NotLive] reallocateInplace of an address that is not the start of a block",
                () -> heap.reallocateInplace(4096, 64, 65, 8));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 8, 63})
    void anAddressWithinABlock(int offset) {
        long block = heap.allocate(64, 8);
        assertMisuse("""
                [Heapwright/NotLive] reallocate of an address that is not the start of a block
                    the call:  reallocate(0x…, 64, 128, 8)
                    the address points to byte %d of a block
                    the block: 64 bytes aligned to 8 at 0x…, allocated
                      at MisuseTest.anAddressWithinABlock
                  help: pass the address that the heap returned, while the block is live
                  more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=NotLive""".formatted(offset), () -> heap.reallocate(block + offset, 64, 128, 8));
        giveBack(block, 64);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 64})
    void anAddressBesideABlockIsNotWithinIt(int offset) {
        long block = heap.allocate(64, 8);
        String message = message(() -> heap.deallocate(block + offset, 64, 8));
        assertEquals(
                "    nothing was allocated there, or it was freed long ago",
                message.lines().toList().get(2));
        giveBack(block, 64);
    }

    @ParameterizedTest
    @CsvSource({"63, 8", "65, 8", "64, 4", "64, 16", "1, 1"})
    void aBlockThatIsOfAnotherSizeOrAlignment(long size, long align) {
        long block = heap.allocate(64, 8);
        assertMisuse("""
                [Heapwright/BlockMismatch] deallocate with size %1$d and alignment %2$d of a block of 64 bytes aligned to 8
                    the call:  deallocate(0x…, %1$d, %2$d)
                    the block: 64 bytes aligned to 8 at 0x…, allocated
                      at MisuseTest.aBlockThatIsOfAnotherSizeOrAlignment
                  help: pass the size that the block was last allocated with or resized to, and its alignment
                  more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=BlockMismatch""".formatted(size, align), () -> heap.deallocate(block, size, align));
        assertHeadline(
                "[Heapwright/BlockMismatch] reallocate with size %d and alignment %d of a block of 64 bytes aligned to 8"
                        .formatted(size, align),
                () -> heap.reallocate(block, size, 100, align));
        assertHeadline(
                "[Heapwright/BlockMismatch] reallocateInplace with size %d and alignment %d of a block of 64 bytes aligned to 8"
                        .formatted(size, align),
                () -> heap.reallocateInplace(block, size, 100, align));
        giveBack(block, 64);
    }

    /** A common misinterpretation of the result of reallocateInplace: success, as it is at least the new size. */
    @Test
    void aBlockThatCouldNotShrinkInPlaceAndIsFreedAsIfItHad() {
        long block = heap.allocate(64, 8);
        long size = heap.reallocateInplace(block, 64, 40, 8) >= 40 ? 40 : 64;
        assertMisuse("""
                [Heapwright/BlockMismatch] deallocate with size 40 and alignment 8 of a block of 64 bytes aligned to 8
                    the call:  deallocate(0x…, 40, 8)
                    the block: 64 bytes aligned to 8 at 0x…, allocated
                      at MisuseTest.aBlockThatCouldNotShrinkInPlaceAndIsFreedAsIfItHad
                  help: pass the size that the block was last allocated with or resized to, and its alignment
                  more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=BlockMismatch""", () -> heap.deallocate(block, size, 8));
        giveBack(block, 64);
    }

    @Test
    void afterItShrankInPlaceABlockHasItsNewSize() {
        long block = heap.allocate(64, 8);
        shrink(block);
        assertHeadline(
                "[Heapwright/BlockMismatch] deallocate with size 64 and alignment 8 of a block of 40 bytes aligned to 8",
                () -> giveBack(block, 64));
        giveBack(block, 40);
    }

    @Test
    void aBlockThatHasLeftQuarantineIsForgotten() {
        long block = heap.allocate(64, 8);
        giveBack(block, 64);
        fillQuarantine();
        assertHeadline(
                "[Heapwright/NotLive] deallocate of an address that is not the start of a block",
                () -> giveBack(block, 64));
    }

    @Test
    void theCallersOfADeepStackAreShown() {
        long block = deep(100);
        String message = message(() -> heap.deallocate(block, 1, 8));
        assertEquals(
                16,
                message.lines()
                        .filter(line -> line.contains("MisuseTest.deep("))
                        .count());
        assertEquals(
                1,
                message.lines()
                        .filter(line -> line.matches(" +\\.{3} and \\d+ more"))
                        .count());
    }

    private long deep(int calls) {
        return calls == 0 ? heap.allocate(64, 8) : deep(calls - 1);
    }
}
