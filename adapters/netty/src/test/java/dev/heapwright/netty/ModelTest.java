package dev.heapwright.netty;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same operations at random on a buffer of the heap and on an array of Netty's: they are equal after each. */
@ExtendWith(NothingLeaks.class)
class ModelTest {
    private static final int MAX_CAPACITY = 3_000;
    private static final int OPERATIONS = 4_000;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void theyAreEqualAfterEachOperation(long seed) {
        Random random = new Random(seed);
        ByteBuf model = Unpooled.buffer(64, MAX_CAPACITY);
        // Watched for leaks as one from the allocator is, it would take a stack trace for each operation.
        ByteBuf buffer = new HeapByteBuf(HeapByteBufAllocator.DEFAULT, 64, MAX_CAPACITY);
        // What a new buffer holds is unspecified; the model's is 0.
        buffer.setZero(0, 64);
        try {
            for (int i = 0; i < OPERATIONS; i++) {
                long operation = random.nextLong();
                int capacity = model.capacity();
                String expected = apply(model, new Random(operation));
                assertEquals(expected, apply(buffer, new Random(operation)), "operation " + i);
                if (buffer.capacity() > capacity) {
                    buffer.setZero(capacity, buffer.capacity() - capacity);
                    model.setZero(capacity, model.capacity() - capacity);
                }
                assertEquals(shape(model), shape(buffer));
                assertEquals(
                        model.duplicate().setIndex(0, model.capacity()),
                        buffer.duplicate().setIndex(0, buffer.capacity()));
            }
        } finally {
            model.release();
            buffer.release();
        }
    }

    /** What the operation returns or throws. */
    private static String apply(ByteBuf buffer, Random random) {
        // Now and then outside of what is there.
        int index = random.nextInt(buffer.capacity() + 8) - 2;
        int length = random.nextInt(200);
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        long value = random.nextLong();
        try {
            return String.valueOf(
                    switch (random.nextInt(30)) {
                        case 0 -> buffer.getByte(index);
                        case 1 -> buffer.getShort(index);
                        case 2 -> buffer.getUnsignedMediumLE(index);
                        case 3 -> buffer.getIntLE(index);
                        case 4 -> buffer.getLong(index);
                        case 5 -> done(buffer.setByte(index, (int) value));
                        case 6 -> done(buffer.setShortLE(index, (int) value));
                        case 7 -> done(buffer.setMedium(index, (int) value));
                        case 8 -> done(buffer.setInt(index, (int) value));
                        case 9 -> done(buffer.setLongLE(index, value));
                        case 10 -> buffer.readUnsignedByte();
                        case 11 -> buffer.readShortLE();
                        case 12 -> buffer.readLong();
                        case 13 -> done(buffer.writeByte((int) value));
                        case 14 -> done(buffer.writeIntLE((int) value));
                        case 15 -> done(buffer.writeDouble(Double.longBitsToDouble(value)));
                        case 16 -> done(buffer.writeBytes(bytes));
                        case 17 -> done(buffer.writeBytes(ByteBuffer.wrap(bytes)));
                        case 18 -> done(buffer.setBytes(index, bytes));
                        case 19 -> done(buffer.setBytes(index, Unpooled.wrappedBuffer(bytes)));
                        case 20 -> done(buffer.setBytes(index, buffer, random.nextInt(buffer.capacity() + 1), length));
                        case 21 -> done(buffer.readBytes(bytes)) + Arrays.hashCode(bytes);
                        case 22 -> done(buffer.setZero(index, length));
                        case 23 -> buffer.readSlice(length).hashCode();
                        case 24 -> buffer.indexOf(0, buffer.capacity(), (byte) value);
                        case 25 -> done(buffer.capacity(Math.floorMod((int) value, MAX_CAPACITY + 10)));
                        case 26 -> done(buffer.discardReadBytes());
                        case 27 -> done(buffer.clear());
                        case 28 -> done(buffer.setIndex(Math.min(index, length), index));
                        default -> buffer.ensureWritable(length, random.nextBoolean());
                    });
        } catch (IndexOutOfBoundsException e) {
            return "out of bounds";
        } catch (IllegalArgumentException e) {
            return "illegal argument";
        }
    }

    private static List<Integer> shape(ByteBuf buffer) {
        return List.of(buffer.readerIndex(), buffer.writerIndex(), buffer.capacity());
    }

    private static String done(ByteBuf buffer) {
        return "index " + buffer.readerIndex() + " " + buffer.writerIndex();
    }
}
