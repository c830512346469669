package dev.heapwright.memory;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The timeout ends what would otherwise wait for ever: nothing here is measured. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class OrderedMemoryTest {
    private static final int THREADS = 4;
    private static final int ROUNDS = 50_000;

    static Stream<Access<?>> accesses() {
        return Stream.of(
                Access.ofByte("byte r/a", OrderedMemory::getByteAcquire, OrderedMemory::putByteRelease),
                Access.ofByte("byte v", OrderedMemory::getByteVolatile, OrderedMemory::putByteVolatile),
                Access.ofBoolean("boolean r/a", OrderedMemory::getBooleanAcquire, OrderedMemory::putBooleanRelease),
                Access.ofBoolean("boolean v", OrderedMemory::getBooleanVolatile, OrderedMemory::putBooleanVolatile),
                Access.ofShort("short r/a", OrderedMemory::getShortAcquire, OrderedMemory::putShortRelease),
                Access.ofShort("short v", OrderedMemory::getShortVolatile, OrderedMemory::putShortVolatile),
                Access.ofChar("char r/a", OrderedMemory::getCharAcquire, OrderedMemory::putCharRelease),
                Access.ofChar("char v", OrderedMemory::getCharVolatile, OrderedMemory::putCharVolatile),
                Access.ofInt("int r/a", OrderedMemory::getIntAcquire, OrderedMemory::putIntRelease),
                Access.ofInt("int v", OrderedMemory::getIntVolatile, OrderedMemory::putIntVolatile),
                Access.ofLong("long r/a", OrderedMemory::getLongAcquire, OrderedMemory::putLongRelease),
                Access.ofLong("long v", OrderedMemory::getLongVolatile, OrderedMemory::putLongVolatile),
                Access.ofFloat("float r/a", OrderedMemory::getFloatAcquire, OrderedMemory::putFloatRelease),
                Access.ofFloat("float v", OrderedMemory::getFloatVolatile, OrderedMemory::putFloatVolatile),
                Access.ofDouble("double r/a", OrderedMemory::getDoubleAcquire, OrderedMemory::putDoubleRelease),
                Access.ofDouble("double v", OrderedMemory::getDoubleVolatile, OrderedMemory::putDoubleVolatile));
    }

    @ParameterizedTest
    @MethodSource("accesses")
    <T> void eachTypeIsWrittenInNativeOrderWhereItIsAlignedAndNowhereElse(Access<T> access) {
        byte[] before = Block.randomBytes(32, 1);
        for (int offset = 0; offset < 16; offset += access.bytes()) {
            for (T value : access.values()) {
                try (Block block = Block.of(before)) {
                    access.put().at(block.address() + offset, value);

                    byte[] expected = before.clone();
                    access.expected().put(ByteBuffer.wrap(expected).order(ByteOrder.nativeOrder()), offset, value);
                    assertArrayEquals(expected, block.content(), access + " at " + offset);
                    assertEquals(value, access.get().at(block.address() + offset), access + " at " + offset);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("accesses")
    <T> void anAddressThatIsNotAlignedIsRefused(Access<T> access) {
        try (Block block = Block.of(32)) {
            for (int offset = 1; offset < access.bytes(); offset++) {
                long address = block.address() + offset;
                assertThrows(IllegalArgumentException.class, () -> access.get().at(address));
                assertThrows(
                        IllegalArgumentException.class,
                        () -> access.put().at(address, access.values().get(0)));
            }
            assertArrayEquals(new byte[32], block.content());
        }
    }

    @Test
    void compareAndSetWritesOnlyWhatIsExpected() {
        try (Block block = Block.of(16)) {
            long address = block.address();
            assertFalse(OrderedMemory.compareAndSetInt(address, 1, 2));
            assertEquals(0, Memory.getInt(address));
            assertTrue(OrderedMemory.compareAndSetInt(address, 0, -2));
            assertEquals(-2, Memory.getInt(address));
            assertEquals(0, Memory.getInt(address + 4));

            assertFalse(OrderedMemory.compareAndSetLong(address + 8, 1, 2));
            assertEquals(0, Memory.getLong(address + 8));
            assertTrue(OrderedMemory.compareAndSetLong(address + 8, 0, Long.MIN_VALUE));
            assertEquals(Long.MIN_VALUE, Memory.getLong(address + 8));
        }
    }

    @Test
    void getAndAddReturnsTheValueBeforeAndWrapsAround() {
        try (Block block = Block.of(16)) {
            long address = block.address();
            Memory.putInt(address, Integer.MAX_VALUE);
            assertEquals(Integer.MAX_VALUE, OrderedMemory.getAndAddInt(address, 1));
            assertEquals(Integer.MIN_VALUE, Memory.getInt(address));
            assertEquals(0, Memory.getInt(address + 4));

            Memory.putLong(address + 8, Long.MAX_VALUE);
            assertEquals(Long.MAX_VALUE, OrderedMemory.getAndAddLong(address + 8, 1));
            assertEquals(Long.MIN_VALUE, Memory.getLong(address + 8));
        }
    }

    @Test
    void atomicChangesAreRefusedWhereTheAddressIsNotAligned() {
        try (Block block = Block.of(16)) {
            long address = block.address() + 2;
            assertThrows(IllegalArgumentException.class, () -> OrderedMemory.compareAndSetInt(address, 0, 1));
            assertThrows(IllegalArgumentException.class, () -> OrderedMemory.getAndAddInt(address, 1));
            assertThrows(IllegalArgumentException.class, () -> OrderedMemory.compareAndSetLong(address + 2, 0, 1));
            assertThrows(IllegalArgumentException.class, () -> OrderedMemory.getAndAddLong(address + 2, 1));
            assertArrayEquals(new byte[16], block.content());
        }
    }

    @Test
    void noAdditionOfManyThreadsIsLost() throws Exception {
        try (Block block = Block.of(32)) {
            long address = block.address();
            inThreads(THREADS, () -> {
                for (int i = 0; i < ROUNDS; i++) {
                    OrderedMemory.getAndAddInt(address, 1);
                    OrderedMemory.getAndAddLong(address + 8, 1);
                    int seen = OrderedMemory.getIntAcquire(address + 16);
                    while (!OrderedMemory.compareAndSetInt(address + 16, seen, seen + 1)) {
                        seen = OrderedMemory.getIntAcquire(address + 16);
                    }
                    long wide = OrderedMemory.getLongVolatile(address + 24);
                    while (!OrderedMemory.compareAndSetLong(address + 24, wide, wide + 1)) {
                        wide = OrderedMemory.getLongVolatile(address + 24);
                    }
                }
            });
            assertEquals(THREADS * ROUNDS, Memory.getInt(address));
            assertEquals(THREADS * ROUNDS, Memory.getLong(address + 8));
            assertEquals(THREADS * ROUNDS, Memory.getInt(address + 16));
            assertEquals(THREADS * ROUNDS, Memory.getLong(address + 24));
        }
    }

    /** Two threads pass a turn back and forth; each finds what the other wrote before. */
    @Test
    void whatWasWrittenBeforeAReleaseIsSeenAfterTheAcquire() throws Exception {
        try (Block block = Block.of(16)) {
            long turn = block.address();
            long data = turn + 8;
            int[] nextParity = {0};
            inThreads(2, () -> {
                int parity;
                synchronized (nextParity) {
                    parity = nextParity[0]++;
                }
                for (int i = parity; i < ROUNDS; i += 2) {
                    while (OrderedMemory.getIntAcquire(turn) != i) {
                        assertFalse(Thread.interrupted(), "the other thread has failed");
                        Thread.onSpinWait();
                    }
                    assertEquals(31L * i, Memory.getLong(data));
                    Memory.putLong(data, 31L * (i + 1));
                    OrderedMemory.putIntRelease(turn, i + 1);
                }
            });
            assertEquals(31L * ROUNDS, Memory.getLong(data));
        }
    }

    /** Returns when all threads have ended, even by failing: only then may the block that they use be freed. */
    private static void inThreads(int count, Runnable task) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(count);
        try {
            List<Future<?>> results = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                results.add(threads.submit(task));
            }
            for (Future<?> result : results) {
                result.get();
            }
        } finally {
            threads.shutdownNow();
            assertTrue(threads.awaitTermination(1, TimeUnit.MINUTES));
        }
    }
}
