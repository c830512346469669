package dev.heapwright.memory;

import java.util.List;
import java.util.function.LongConsumer;

/** A program that calls one of each kind of function, twice, and prints what the calls throw. */
final class EveryCall {
    private static final long LARGE = 2 * NativeLibrary.SMALL_BLOCK;

    private static final List<Runnable> CALLS = List.of(
            () -> CHeap.free(0),
            () -> CHeap.free(CHeap.malloc(10)),
            () -> CHeap.free(CHeap.malloc(LARGE)),
            () -> CHeap.free(CHeap.realloc(CHeap.calloc(10), 20)),
            () -> CHeap.free(CHeap.realloc(CHeap.calloc(10), 10, 20)),
            () -> CHeap.freeSized(CHeap.realloc(CHeap.calloc(10), 10, LARGE), LARGE),
            () -> CHeap.freeSized(CHeap.malloc(10), 10),
            () -> CHeap.alignedFree(CHeap.alignedAlloc(64, 10), 64),
            () -> CHeap.freeAlignedSized(CHeap.alignedAlloc(64, 10), 64, 10),
            () -> CHeap.freeAlignedSized(CHeap.alignedAlloc(64, LARGE), 64, LARGE),
            () -> withBlock(address -> Memory.putByte(address, Memory.getByte(address))),
            () -> withBlock(address -> Memory.putShort(address, Memory.getShort(address))),
            () -> withBlock(address -> Memory.putInt(address, Memory.getInt(address))),
            () -> withBlock(address -> Memory.putLong(address, Memory.getLong(address))),
            () -> withBlock(address -> Memory.copy(address, address + 8, 8)),
            () -> withBlock(address -> Memory.fill(address, 8, (byte) 1)),
            () -> withBlock(address -> Memory.compare(address, address + 8, 8)),
            () -> withBlock(address -> Memory.copyToArray(address, new byte[8], 0, 8)),
            () -> withBlock(address -> Memory.copyFromArray(new byte[8], 0, address, 8)),
            () -> withBlock(address -> Memory.byteBuffer(address, 8).put(0, (byte) 1)),
            () -> withBlock(address -> Memory.longBuffer(address, 1).put(0, 1)),
            () -> withBlock(address -> OrderedMemory.putByteVolatile(address, OrderedMemory.getByteVolatile(address))),
            () -> withBlock(address -> OrderedMemory.putShortRelease(address, OrderedMemory.getShortAcquire(address))),
            () -> withBlock(address -> OrderedMemory.compareAndSetInt(address, 0, 1)),
            () -> withBlock(address -> OrderedMemory.getAndAddLong(address, 1)));

    private EveryCall() {}

    /** The number of messages if all calls are refused. */
    static int count() {
        return 2 * CALLS.size();
    }

    public static void main(String[] arguments) {
        for (int round = 0; round < 2; round++) {
            for (Runnable call : CALLS) {
                try {
                    call.run();
                } catch (NativeUnavailableError e) {
                    System.out.println(e.getMessage());
                }
            }
        }
    }

    /** If there is no block, any address will do: nothing is read or written there. */
    private static void withBlock(LongConsumer call) {
        long address;
        try {
            address = CHeap.calloc(16);
        } catch (NativeUnavailableError e) {
            address = 16;
        }
        call.accept(address);
        CHeap.free(address);
    }
}
