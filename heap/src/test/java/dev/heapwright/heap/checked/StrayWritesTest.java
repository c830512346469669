package dev.heapwright.heap.checked;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.heapwright.memory.Memory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The messages of checked glue for writes beside live blocks and into freed ones. */
class StrayWritesTest extends MisuseFixture {
    @ParameterizedTest
    @ValueSource(ints = {64, 65, 127})
    void aWriteBehindABlock(int offset) {
        long block = heap.allocate(64, 8);
        Memory.putByte(block + offset, (byte) 42);
        assertMisuse("""
                [Heapwright/Overrun] a write past the end of a block of 64 bytes
                    the byte at offset %d was set to 0x2a; found by deallocate(0x…, 64, 8)
                    the block: 64 bytes aligned to 8 at 0x…, allocated
                      at StrayWritesTest.aWriteBehindABlock
                  help: look for an index or a length that is too large in code that used the block before
                  more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=Overrun""".formatted(offset), () -> heap.deallocate(block, 64, 8));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, -64})
    void aWriteBeforeABlock(int offset) {
        for (long align : new long[] {1, 64, 4096}) {
            long block = heap.allocate(64, align);
            Memory.putByte(block + offset, (byte) -1);
            assertMisuse("""
                    [Heapwright/Overrun] a write before the start of a block of 64 bytes
                        the byte at offset %d was set to 0xff; found by deallocate(0x…, 64, %2$d)
                        the block: 64 bytes aligned to %2$d at 0x…, allocated
                          at StrayWritesTest.aWriteBeforeABlock
                      help: look for an index or a length that is too large in code that used the block before
                      more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=Overrun""".formatted(offset, align), () -> heap.deallocate(block, 64, align));
        }
    }

    @ParameterizedTest
    @CsvSource({"-65, 128", "-65, 4096", "-4096, 4096", "-100000, 131072"})
    void aWriteToWhatAlignmentLeavesInFrontOfABlock(int offset, long align) {
        String headline = "[Heapwright/Overrun] a write before the start of a block of 64 bytes";
        long block = heap.allocate(64, align);
        Memory.putByte(block + offset, (byte) 42);
        assertHeadline(headline, () -> heap.deallocate(block, 64, align));
        MallocBinding other = new MallocBinding(1_000_000);
        long freed = other.allocate(64, align);
        other.deallocate(freed, 64, align);
        Memory.putByte(freed + offset, (byte) 42);
        assertEquals(
                "[Heapwright/UseAfterFree] a write to a block of 64 bytes after it was freed",
                ExitReportTest.report(other).lines().findFirst().orElse(""));
    }

    @Test
    void aWritePastABlockIsAlsoDetectedWhenItIsResized() {
        long block = heap.allocate(64, 8);
        Memory.putLong(block + 64, 42);
        String headline = "[Heapwright/Overrun] a write past the end of a block of 64 bytes";
        assertHeadline(headline, () -> heap.reallocate(block, 64, 65, 8));
        assertHeadline(headline, () -> heap.reallocateInplace(block, 64, 65, 8));
        assertHeadline(headline, () -> giveBack(block, 64));
        assertHeadline(
                "[Heapwright/DoubleFree] deallocate of a block of 64 bytes that was already freed",
                () -> giveBack(block, 64));
    }

    @Test
    void aWriteToBytesThatABlockHadBeforeItShrank() {
        long block = heap.allocate(64, 8);
        shrink(block);
        Memory.putByte(block + 40, (byte) 42);
        assertHeadline("[Heapwright/Overrun] a write past the end of a block of 40 bytes", () -> giveBack(block, 40));
    }

    @ParameterizedTest
    @ValueSource(ints = {-64, 0, 8, 63, 127})
    void aWriteToABlockThatWasGivenBack(int offset) {
        long block = heap.allocate(64, 8);
        giveBack(block, 64);
        Memory.putByte(block + offset, (byte) 42);
        assertMisuse("""
                [Heapwright/UseAfterFree] a write to a block of 64 bytes after it was freed
                    the byte at offset %d was set to 0x2a; found when it left quarantine
                    the block: 64 bytes aligned to 8 at 0x…, allocated
                      at StrayWritesTest.aWriteToABlockThatWasGivenBack
                    freed
                      at MisuseFixture.giveBack
                  help: look for code that kept the block's address after it was freed
                  more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=UseAfterFree""".formatted(offset), this::fillQuarantine);
    }

    @Test
    void aWriteToABlockThatMoved() {
        long block = heap.allocate(64, 8);
        giveBack(move(block), 64);
        Memory.putByte(block, (byte) 42);
        assertHeadline(
                "[Heapwright/UseAfterFree] a write to a block of 64 bytes after it was freed", this::fillQuarantine);
    }
}
