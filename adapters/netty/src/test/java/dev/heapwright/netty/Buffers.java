package dev.heapwright.netty;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.CompositeByteBuf;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.buffer.Unpooled;
import io.netty.buffer.UnpooledByteBufAllocator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntFunction;

/** Buffers of every kind that bytes may come from and go to, by name; each of a capacity. */
final class Buffers {
    private Buffers() {}

    static Map<String, IntFunction<ByteBuf>> writable() {
        Map<String, IntFunction<ByteBuf>> kinds = new LinkedHashMap<>();
        kinds.put("of the heap", HeapByteBufAllocator.DEFAULT::directBuffer);
        kinds.put("of the heap, an array", HeapByteBufAllocator.DEFAULT::heapBuffer);
        kinds.put(
                "of the heap, a slice",
                n -> HeapByteBufAllocator.DEFAULT.directBuffer(n + 9).slice(5, n));
        kinds.put("of the heap, composite", Buffers::composite);
        kinds.put("an array", Unpooled::buffer);
        kinds.put("an array, a slice", n -> Unpooled.buffer(n + 9).slice(5, n));
        kinds.put("direct", UnpooledByteBufAllocator.DEFAULT::directBuffer);
        kinds.put("direct, pooled", PooledByteBufAllocator.DEFAULT::directBuffer);
        kinds.put(
                "direct, composite of one",
                n -> Unpooled.compositeBuffer()
                        .addComponent(
                                true,
                                UnpooledByteBufAllocator.DEFAULT.directBuffer(n).writeZero(n)));
        return kinds;
    }

    /** Three components, of arrays and of blocks. */
    private static CompositeByteBuf composite(int capacity) {
        int third = capacity / 3;
        return HeapByteBufAllocator.DEFAULT
                .compositeBuffer()
                .addComponent(
                        true, HeapByteBufAllocator.DEFAULT.directBuffer(third).writeZero(third))
                .addComponent(
                        true, HeapByteBufAllocator.DEFAULT.heapBuffer(third).writeZero(third))
                .addComponent(
                        true,
                        HeapByteBufAllocator.DEFAULT.directBuffer(capacity).writeZero(capacity - 2 * third));
    }
}
