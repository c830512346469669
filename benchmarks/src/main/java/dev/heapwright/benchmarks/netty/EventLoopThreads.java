package dev.heapwright.benchmarks.netty;

import io.netty.util.concurrent.DefaultThreadFactory;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Threads like those of Netty's event loops: only for these do its own allocators keep caches. Created by JMH. */
public final class EventLoopThreads extends ThreadPoolExecutor {
    /**
     * Creates the executor.
     *
     * @param threads how many
     * @param prefix of their names
     */
    public EventLoopThreads(int threads, String prefix) {
        super(threads, threads, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), new DefaultThreadFactory(prefix));
    }
}
