package dev.heapwright.netty;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.channel.embedded.EmbeddedChannel;

/** A program on Netty that makes the heap its default, as its first argument says: {@code first} or {@code late}. */
final class DefaultProgram {
    private DefaultProgram() {}

    public static void main(String[] arguments) {
        if (arguments[0].equals("late")) {
            ByteBufAllocator.DEFAULT.buffer().release();
        }
        NettyDefault.install();
        NettyDefault.install();
        EmbeddedChannel channel = new EmbeddedChannel();
        ByteBuf buffer = channel.alloc().directBuffer(100);
        System.out.println(buffer.getClass().getSimpleName() + " of "
                + ByteBufAllocator.DEFAULT.getClass().getSimpleName());
        System.out.println(HeapByteBufAllocator.DEFAULT.metric().usedDirectMemory() + " bytes, "
                + System.getProperty("io.netty.allocator.type"));
        buffer.release();
        channel.finish();
    }
}
