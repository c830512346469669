package dev.heapwright.netty;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.heapwright.adapters.testing.BlockLedger;
import dev.heapwright.memory.Memory;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocatorMetric;
import io.netty.buffer.CompositeByteBuf;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(NothingLeaks.class)
class HeapByteBufAllocatorTest {
    private final HeapByteBufAllocator allocator = new HeapByteBufAllocator();
    private final ByteBufAllocatorMetric metric = allocator.metric();

    private static void with(Supplier<ByteBuf> make, Consumer<ByteBuf> action) {
        ByteBuf buffer = make.get();
        try {
            action.accept(buffer);
        } finally {
            assertTrue(buffer.release());
        }
    }

    private static void assertShape(ByteBuf buffer, boolean direct, int capacity, int maxCapacity) {
        assertEquals(direct, buffer.isDirect());
        assertEquals(!direct, buffer.hasArray());
        assertEquals(capacity, buffer.capacity());
        assertEquals(maxCapacity, buffer.maxCapacity());
        assertEquals(0, buffer.readerIndex());
        assertEquals(0, buffer.writerIndex());
        assertEquals(1, buffer.refCnt());
        assertTrue(buffer.isContiguous());
        assertEquals(1, buffer.nioBufferCount());
    }

    @Test
    void whatIsNotAskedToBeAnArrayIsDirect() {
        with(allocator::buffer, b -> assertShape(b, true, 256, Integer.MAX_VALUE));
        with(() -> allocator.buffer(1), b -> assertShape(b, true, 1, Integer.MAX_VALUE));
        with(() -> allocator.buffer(1, 8), b -> assertShape(b, true, 1, 8));
        with(allocator::ioBuffer, b -> assertShape(b, true, 256, Integer.MAX_VALUE));
        with(() -> allocator.ioBuffer(1), b -> assertShape(b, true, 1, Integer.MAX_VALUE));
        with(() -> allocator.ioBuffer(1, 8), b -> assertShape(b, true, 1, 8));
        with(allocator::directBuffer, b -> assertShape(b, true, 256, Integer.MAX_VALUE));
        with(() -> allocator.directBuffer(1), b -> assertShape(b, true, 1, Integer.MAX_VALUE));
        with(() -> allocator.directBuffer(1, 8), b -> assertShape(b, true, 1, 8));
        assertTrue(allocator.isDirectBufferPooled());
    }

    @Test
    void aHeapBufferIsAnArrayOfJavasHeap() {
        with(allocator::heapBuffer, b -> assertShape(b, false, 256, Integer.MAX_VALUE));
        with(() -> allocator.heapBuffer(1), b -> assertShape(b, false, 1, Integer.MAX_VALUE));
        with(() -> allocator.heapBuffer(1, 8), b -> {
            assertShape(b, false, 1, 8);
            assertFalse(b.hasMemoryAddress());
            assertSame(allocator, b.alloc());
        });
    }

    @Test
    void compositeBuffersGrowInTheKindOfMemoryThatTheyAreNamedAfter() {
        for (Supplier<CompositeByteBuf> make : List.<Supplier<CompositeByteBuf>>of(
                allocator::compositeBuffer,
                allocator::compositeDirectBuffer,
                () -> allocator.compositeBuffer(8),
                () -> allocator.compositeDirectBuffer(8))) {
            assertUsedByComposite(make, 64, 0);
        }
        assertUsedByComposite(allocator::compositeHeapBuffer, 0, 64);
        assertUsedByComposite(() -> allocator.compositeHeapBuffer(8), 0, 64);
    }

    private void assertUsedByComposite(Supplier<CompositeByteBuf> make, long direct, long array) {
        CompositeByteBuf buffer = make.get();
        try {
            assertEquals(0, buffer.numComponents());
            buffer.writeLong(7);
            assertEquals(7, buffer.readLong());
            assertEquals(direct, metric.usedDirectMemory());
            assertEquals(array, metric.usedHeapMemory());
        } finally {
            buffer.release();
        }
        assertEquals(0, metric.usedDirectMemory() + metric.usedHeapMemory());
    }

    @Test
    void aBufferThatCanHoldNothingIsNoBlock() {
        ByteBuf empty = allocator.directBuffer(0, 0);
        assertEquals(0, empty.maxCapacity());
        assertFalse(empty.release());
        assertSame(empty, allocator.buffer(0, 0));
    }

    @Test
    void aBufferThatIsEmptyToBeginWithTakesABlockWhenItGrows() {
        long before = BlockLedger.OF_HEAP.count();
        with(() -> allocator.directBuffer(0), buffer -> {
            assertEquals(0, buffer.capacity());
            assertEquals(before, BlockLedger.OF_HEAP.count());
            assertNotEquals(0, buffer.memoryAddress());
            assertEquals(0, buffer.nioBuffer().capacity());
            assertEquals(0, buffer.internalNioBuffer(0, 0).capacity());
            buffer.writeByte(5);
            assertEquals(5, buffer.getByte(0));
            assertEquals(before + 1, BlockLedger.OF_HEAP.count());
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 16, 100, 4096, 1 << 20})
    void aBufferIsABlockAtItsMemoryAddressAndAligned(int capacity) {
        long bytes = BlockLedger.OF_HEAP.bytes();
        with(() -> allocator.directBuffer(capacity), buffer -> {
            assertEquals(bytes + capacity, BlockLedger.OF_HEAP.bytes());
            assertTrue(buffer.hasMemoryAddress());
            assertEquals(0, buffer.memoryAddress() % 16);
            buffer.setByte(capacity - 1, 77);
            assertEquals(77, Memory.getByte(buffer.memoryAddress() + capacity - 1));
            Memory.putByte(buffer.memoryAddress(), (byte) 78);
            assertEquals(78, buffer.getByte(0));
        });
    }

    @Test
    void theMetricsAreTheCapacitiesOfWhatIsNotReleased() {
        ByteBuf direct = allocator.directBuffer(1000);
        ByteBuf array = allocator.heapBuffer(50);
        assertEquals(1000, metric.usedDirectMemory());
        assertEquals(50, metric.usedHeapMemory());
        direct.capacity(5001);
        array.capacity(70);
        assertEquals(5001, metric.usedDirectMemory());
        assertEquals(70, metric.usedHeapMemory());
        direct.capacity(3);
        array.capacity(0);
        assertEquals(3, metric.usedDirectMemory());
        assertEquals(0, metric.usedHeapMemory());
        ByteBuf copy = direct.writeZero(3).copy(1, 2);
        ByteBuf slice = direct.retainedSlice(1, 2);
        assertEquals(5, metric.usedDirectMemory());
        assertTrue(metric.toString().contains("usedHeapMemory: 0; usedDirectMemory: 5"), metric.toString());
        assertTrue(copy.release());
        assertFalse(direct.release());
        assertEquals(3, metric.usedDirectMemory());
        assertTrue(slice.release());
        assertTrue(array.release());
        assertEquals(0, metric.usedDirectMemory());
    }

    @Test
    void eachAllocatorCountsItsOwn() {
        HeapByteBufAllocator other = new HeapByteBufAllocator();
        with(() -> other.directBuffer(100), buffer -> {
            assertEquals(0, metric.usedDirectMemory());
            assertEquals(100, other.metric().usedDirectMemory());
            assertSame(other, buffer.alloc());
        });
    }

    @Test
    void theNextCapacityIsNettys() {
        assertAll(
                () -> assertEquals(64, allocator.calculateNewCapacity(1, 129)),
                () -> assertEquals(7, allocator.calculateNewCapacity(1, 7)),
                () -> assertEquals(128, allocator.calculateNewCapacity(65, 1000)),
                () -> assertEquals(8 << 20, allocator.calculateNewCapacity((4 << 20) + 1, 16 << 20)),
                () -> assertThrows(IllegalArgumentException.class, () -> allocator.calculateNewCapacity(8, 7)),
                () -> assertThrows(IllegalArgumentException.class, () -> allocator.calculateNewCapacity(-1, 8)));
    }

    @Test
    void sizesThatMakeNoSenseAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> allocator.directBuffer(-1));
        assertThrows(IllegalArgumentException.class, () -> allocator.directBuffer(9, 8));
        assertThrows(IllegalArgumentException.class, () -> allocator.heapBuffer(9, 8));
        assertEquals(0, metric.usedDirectMemory());
    }
}
