package dev.heapwright.netty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.heapwright.adapters.testing.BlockLedger;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.util.IllegalReferenceCountException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@ExtendWith(NothingLeaks.class)
class ReleaseTest {
    private static final HeapByteBufAllocator ALLOCATOR = HeapByteBufAllocator.DEFAULT;

    interface Use {
        void of(ByteBuf buffer) throws Exception;
    }

    static Stream<Use> uses() {
        return Stream.of(
                b -> b.getByte(0),
                b -> b.getShortLE(0),
                b -> b.getMedium(0),
                b -> b.getInt(0),
                b -> b.getLongLE(0),
                b -> b.setByte(0, 1),
                b -> b.setShort(0, 1),
                b -> b.setMediumLE(0, 1),
                b -> b.setIntLE(0, 1),
                b -> b.setLong(0, 1),
                b -> b.setZero(0, 1),
                b -> b.readByte(),
                b -> b.readSlice(1),
                b -> b.readRetainedSlice(1),
                b -> b.writeByte(1),
                b -> b.writeLong(1),
                b -> b.writeZero(1),
                b -> b.ensureWritable(1_000),
                b -> b.capacity(10),
                b -> b.capacity(1_000),
                b -> b.discardReadBytes(),
                b -> b.getBytes(0, new byte[1]),
                b -> b.getBytes(0, ByteBuffer.allocate(1)),
                b -> b.getBytes(0, Unpooled.buffer(1), 0, 1),
                b -> b.getBytes(0, new ByteArrayOutputStream(), 1),
                b -> b.setBytes(0, new byte[1]),
                b -> b.setBytes(0, ByteBuffer.allocate(1)),
                b -> b.setBytes(0, Unpooled.buffer(1), 0, 1),
                b -> b.setBytes(0, new ByteArrayInputStream(new byte[1]), 1),
                b -> Unpooled.buffer(1).setBytes(0, b, 0, 1),
                b -> Unpooled.buffer(1).getBytes(0, b, 0, 1),
                b -> b.nioBuffer(),
                b -> b.nioBuffer(0, 1),
                b -> b.nioBuffers(),
                b -> b.internalNioBuffer(0, 1),
                b -> b.memoryAddress(),
                b -> b.copy(),
                b -> b.slice(),
                b -> b.duplicate(),
                b -> b.retainedDuplicate(),
                b -> b.indexOf(0, 1, (byte) 0),
                b -> b.forEachByte(any -> true),
                b -> b.setCharSequence(0, "a", StandardCharsets.UTF_8),
                b -> b.getCharSequence(0, 1, StandardCharsets.UTF_8),
                ByteBuf::retain,
                ByteBuf::release,
                b -> b.release(2));
    }

    @ParameterizedTest
    @MethodSource("uses")
    void aBufferThatIsReleasedCannotBeUsed(Use use) {
        ByteBuf buffer = ALLOCATOR.directBuffer(100).writeZero(50);
        assertTrue(buffer.release());
        assertThrows(IllegalReferenceCountException.class, () -> use.of(buffer));
        assertEquals(0, buffer.refCnt());
    }

    @Test
    void aBufferIsGivenBackAtItsLastRelease() {
        long before = BlockLedger.OF_HEAP.count();
        ByteBuf buffer = ALLOCATOR.directBuffer(100);
        assertEquals(3, buffer.retain().retain().refCnt());
        assertFalse(buffer.release());
        assertFalse(buffer.release());
        assertEquals(before + 1, BlockLedger.OF_HEAP.count());
        assertTrue(buffer.release());
        assertEquals(before, BlockLedger.OF_HEAP.count());
        assertThrows(IllegalReferenceCountException.class, buffer::release);
        assertEquals(before, BlockLedger.OF_HEAP.count());
    }

    /** {@link NothingLeaks} looks whether the block, of which nobody has heard, was given back. */
    @Test
    void aBufferThatCannotBeWatchedIsGivenBack() {
        Error failure = new OutOfMemoryError("for a leak's record");
        FailingLeakDetector.failing(
                failure, () -> assertSame(failure, assertThrows(Error.class, () -> ALLOCATOR.directBuffer(100))));
    }

    @Test
    void moreReleasesThanReferencesAreRefusedAsAWhole() {
        ByteBuf buffer = ALLOCATOR.directBuffer(100).retain();
        assertThrows(IllegalReferenceCountException.class, () -> buffer.release(3));
        assertEquals(2, buffer.refCnt());
        assertTrue(buffer.release(2));
    }

    @Test
    void anyThreadMayUseAndReleaseWhatAnotherHasAllocated() throws InterruptedException, ExecutionException {
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            List<Future<?>> uses = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                ByteBuf buffer = ALLOCATOR.directBuffer(1 + i * 37).writeByte(i);
                int expected = i;
                uses.add(other.submit(() -> {
                    assertEquals((byte) expected, buffer.capacity(50_000).readByte());
                    assertTrue(buffer.release());
                }));
            }
            for (Future<?> use : uses) {
                use.get();
            }
        } finally {
            other.shutdown();
        }
    }

    @Test
    void threadsThatShareABufferEachReleaseTheirReference() throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            ByteBuf buffer = ALLOCATOR.directBuffer(1_000).writeZero(1_000);
            List<Future<?>> uses = new ArrayList<>();
            for (int thread = 0; thread < 4; thread++) {
                ByteBuf slice = buffer.retainedSlice(thread * 250, 250);
                byte value = (byte) (thread + 1);
                uses.add(threads.submit(() -> {
                    for (int round = 0; round < 2_000; round++) {
                        int at = round % 250;
                        slice.setByte(at, value);
                        assertEquals(value, slice.retain().nioBuffer(at, 1).get());
                        assertFalse(slice.release());
                    }
                    slice.release();
                }));
            }
            for (Future<?> use : uses) {
                use.get();
            }
            assertEquals(1, buffer.refCnt());
            assertTrue(buffer.release());
        } finally {
            threads.shutdown();
        }
    }
}
