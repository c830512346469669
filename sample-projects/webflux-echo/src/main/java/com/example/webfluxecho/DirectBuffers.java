package com.example.webfluxecho;

import dev.heapwright.netty.HeapByteBufAllocator;
import io.netty.buffer.ByteBuf;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.NettyDataBuffer;

/** What the direct buffers of the server are, and how many bytes they have. */
class DirectBuffers {
    private final Set<String> classes = ConcurrentHashMap.newKeySet();
    private final AtomicLong most = new AtomicLong();

    /** Looks at a buffer that Netty has filled from a socket. */
    void received(DataBuffer received) {
        ByteBuf buffer = ((NettyDataBuffer) received).getNativeBuffer();
        while (buffer.unwrap() != null) {
            buffer = buffer.unwrap();
        }
        classes.add(buffer.getClass().getName());
        most.accumulateAndGet(HeapByteBufAllocator.DEFAULT.metric().usedDirectMemory(), Math::max);
    }

    /** {@return the names of the classes of all buffers that were received} */
    Set<String> classes() {
        return new TreeSet<>(classes);
    }

    /** {@return how many bytes of the heap were in direct buffers at a time, at most} */
    long mostBytes() {
        return most.get();
    }

    /** {@return how many bytes are in direct buffers that Java allocated, for whomever} */
    static long bytesOfJava() {
        return ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
                .filter(pool -> pool.getName().equals("direct"))
                .mapToLong(BufferPoolMXBean::getMemoryUsed)
                .sum();
    }
}
