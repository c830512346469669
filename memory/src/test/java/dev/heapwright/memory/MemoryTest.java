package dev.heapwright.memory;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MemoryTest {
    static Stream<Access<?>> accesses() {
        return Stream.of(
                Access.ofByte("byte", Memory::getByte, Memory::putByte),
                Access.ofBoolean("boolean", Memory::getBoolean, Memory::putBoolean),
                Access.ofShort("short", Memory::getShort, Memory::putShort),
                Access.ofChar("char", Memory::getChar, Memory::putChar),
                Access.ofInt("int", Memory::getInt, Memory::putInt),
                Access.ofLong("long", Memory::getLong, Memory::putLong),
                Access.ofFloat("float", Memory::getFloat, Memory::putFloat),
                Access.ofDouble("double", Memory::getDouble, Memory::putDouble));
    }

    @ParameterizedTest
    @MethodSource("accesses")
    <T> void eachTypeIsWrittenInNativeOrderAtEachAlignmentAndNowhereElse(Access<T> access) {
        byte[] before = Block.randomBytes(32, 1);
        for (int offset = 0; offset < 8; offset++) {
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

    @Test
    void aByteOtherThanZeroIsTrue() {
        try (Block block = Block.of(new byte[] {0, 1, 2, -128})) {
            assertEquals(false, Memory.getBoolean(block.address()));
            for (int i = 1; i < 4; i++) {
                assertTrue(Memory.getBoolean(block.address() + i));
            }
        }
    }

    @Test
    void theBitsOfANanAreKept() {
        try (Block block = Block.of(8)) {
            Memory.putFloat(block.address(), Float.intBitsToFloat(0x7FC0_1234));
            assertEquals(0x7FC0_1234, Memory.getInt(block.address()));
            Memory.putDouble(block.address(), Double.longBitsToDouble(0x7FF8_0000_0000_1234L));
            assertEquals(0x7FF8_0000_0000_1234L, Memory.getLong(block.address()));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 8, 9, 31, 32, 63, 64, 65, 500, 70_000})
    void copyMovesBytesAndNoOthersEvenWhereTheRangesOverlap(int bytes) {
        byte[] before = Block.randomBytes(3 * bytes + 4, bytes);
        for (int distance : new int[] {0, 1, 3, bytes / 2, bytes - 1, bytes, bytes + 1}) {
            for (int[] fromTo : new int[][] {{1, 1 + distance}, {1 + distance, 1}}) {
                try (Block block = Block.of(before)) {
                    Memory.copy(block.address() + fromTo[0], block.address() + fromTo[1], bytes);

                    byte[] expected = before.clone();
                    System.arraycopy(before, fromTo[0], expected, fromTo[1], bytes);
                    assertArrayEquals(expected, block.content(), bytes + " bytes " + Arrays.toString(fromTo));
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 8, 9, 31, 64, 65, 500, 70_000})
    void fillSetsTheRangeAndNothingElse(int bytes) {
        byte[] expected = Block.randomBytes(bytes + 9, bytes);
        try (Block block = Block.of(expected)) {
            Memory.fill(block.address() + 3, bytes, (byte) 0xA7);

            Arrays.fill(expected, 3, 3 + bytes, (byte) 0xA7);
            assertArrayEquals(expected, block.content());
        }
    }

    @Test
    void compareAndMismatchAgreeWithArrays() {
        Random random = new Random(20);
        for (int round = 0; round < 2_000; round++) {
            int bytes = 1 + random.nextInt(80);
            byte[] a = Block.randomBytes(bytes, random.nextLong());
            byte[] b = a.clone();
            for (int change = random.nextInt(3); change > 0; change--) {
                b[random.nextInt(bytes)] = (byte) random.nextInt();
            }
            try (Block atA = Block.of(a);
                    Block atB = Block.of(b)) {
                assertEquals(
                        Integer.signum(Arrays.compareUnsigned(a, b)),
                        Integer.signum(Memory.compare(atA.address(), atB.address(), bytes)));
                assertEquals(Arrays.mismatch(a, b), Memory.mismatch(atA.address(), atB.address(), bytes));
                int from = random.nextInt(bytes);
                assertEquals(
                        Arrays.mismatch(a, from, bytes, b, from, bytes),
                        Memory.mismatch(atA.address() + from, atB.address() + from, bytes - from));
            }
        }
    }

    @Test
    void compareTakesBytesAsUnsigned() {
        try (Block block = Block.of(new byte[] {1, (byte) 0x80})) {
            assertTrue(Memory.compare(block.address(), block.address() + 1, 1) < 0);
            assertTrue(Memory.compare(block.address() + 1, block.address(), 1) > 0);
        }
    }

    @Test
    void arraysAreCopiedInWholeAndInPart() {
        byte[] source = Block.randomBytes(100, 3);
        try (Block block = Block.of(64)) {
            Memory.copyFromArray(source, 17, block.address() + 1, 40);
            byte[] target = Block.randomBytes(100, 4);
            byte[] expected = target.clone();
            Memory.copyToArray(block.address() + 1, target, 60, 40);

            System.arraycopy(source, 17, expected, 60, 40);
            assertArrayEquals(expected, target);
            byte[] inMemory = new byte[64];
            System.arraycopy(source, 17, inMemory, 1, 40);
            assertArrayEquals(inMemory, block.content());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, -1, Long.MIN_VALUE, Long.MAX_VALUE})
    void nothingIsDoneForNoBytesAtAnyAddress(long address) {
        Memory.copy(address, address, 0);
        Memory.fill(address, 0, (byte) 1);
        assertEquals(0, Memory.compare(address, address, 0));
        assertEquals(-1, Memory.mismatch(address, address, 0));
        Memory.copyToArray(address, new byte[0], 0, 0);
        Memory.copyFromArray(new byte[3], 3, address, 0);
    }

    @Test
    void aNegativeCountIsRefused() {
        try (Block block = Block.of(16)) {
            long address = block.address();
            assertAll(
                    () -> assertThrows(IllegalArgumentException.class, () -> Memory.copy(address, address, -1)),
                    () -> assertThrows(IllegalArgumentException.class, () -> Memory.fill(address, -1, (byte) 0)),
                    () -> assertThrows(
                            IllegalArgumentException.class, () -> Memory.compare(address, address, Long.MIN_VALUE)),
                    () -> assertThrows(IllegalArgumentException.class, () -> Memory.mismatch(address, address, -1)));
        }
    }

    @Test
    void rangesOutsideTheArrayAreRefusedAndNothingIsCopied() {
        byte[] array = {1, 2, 3, 4};
        try (Block block = Block.of(16)) {
            for (int[] offsetLength : new int[][] {{-1, 2}, {0, -1}, {0, 5}, {4, 1}, {1, Integer.MAX_VALUE}}) {
                assertThrows(
                        IndexOutOfBoundsException.class,
                        () -> Memory.copyToArray(block.address(), array, offsetLength[0], offsetLength[1]));
                assertThrows(
                        IndexOutOfBoundsException.class,
                        () -> Memory.copyFromArray(array, offsetLength[0], block.address(), offsetLength[1]));
            }
            assertArrayEquals(new byte[] {1, 2, 3, 4}, array);
            assertArrayEquals(new byte[16], block.content());
        }
    }
}
