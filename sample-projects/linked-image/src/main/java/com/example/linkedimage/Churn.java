package com.example.linkedimage;

import com.github.luben.zstd.ZstdCompressCtx;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.Deflater;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.WriteOptions;

/**
 * Native memory that comes and goes, to see what stays resident: threads keep replacing what they have of Netty, zstd and zlib, and
 * write to RocksDB. After half of the time they give nine tenths back, and go on with the rest.
 *
 * @param time how long, in total
 */
record Churn(Duration time) {
    private static final int THREADS = 4;
    private static final int SLOTS = 300;
    private static final int SLOTS_LATER = SLOTS / 10;
    private static final int LARGEST_VALUE = 16 << 10;
    private static final Duration EVERY = Duration.ofSeconds(30);

    void run() throws Exception {
        Path folder = Files.createTempDirectory("linked-image");
        try (Options options = new Options().setCreateIfMissing(true).setWriteBufferSize(8 << 20);
                RocksDB database = RocksDB.open(options, folder.toString());
                ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            long start = System.nanoTime();
            long half = start + time.toNanos() / 2;
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                Random random = new Random(i);
                all.add(threads.submit(() -> {
                    churn(database, random, half, half + time.toNanos() / 2);
                    return null;
                }));
            }
            System.out.printf("  %8s %14s%n", "seconds", "resident, MiB");
            for (long at = 0; at <= time.toSeconds(); at += EVERY.toSeconds()) {
                Thread.sleep(Math.max(0, at * 1000 - (System.nanoTime() - start) / 1_000_000));
                System.out.printf("  %8d %14d%n", at, residentKibibytes() >> 10);
            }
            for (Future<?> each : all) {
                each.get();
            }
        }
        Consumer.delete(folder);
    }

    private static void churn(RocksDB database, Random random, long half, long end) throws Exception {
        List<AutoCloseable> taken = new ArrayList<>();
        for (int i = 0; i < SLOTS; i++) {
            taken.add(take(random));
        }
        try (WriteOptions writing = new WriteOptions().setDisableWAL(true)) {
            while (System.nanoTime() < end) {
                if (System.nanoTime() > half && taken.size() > SLOTS_LATER) {
                    close(taken.subList(SLOTS_LATER, taken.size()));
                }
                int slot = random.nextInt(taken.size());
                taken.get(slot).close();
                taken.set(slot, take(random));
                write(database, writing, random);
                // A core is not to be busy with it.
                Thread.sleep(2);
            }
        }
        close(taken);
    }

    private static AutoCloseable take(Random random) {
        return switch (random.nextInt(10)) {
            case 0 -> {
                Deflater deflater = new Deflater();
                yield deflater::end;
            }
            case 1 -> {
                ZstdCompressCtx context = new ZstdCompressCtx().setLevel(1 + random.nextInt(6));
                context.compress(new byte[1024 << random.nextInt(8)]);
                yield context;
            }
            default -> {
                ByteBuf buffer = ByteBufAllocator.DEFAULT.directBuffer((64 << random.nextInt(14)) + random.nextInt(64));
                yield buffer::release;
            }
        };
    }

    private static void write(RocksDB database, WriteOptions writing, Random random) throws RocksDBException {
        byte[] key = ByteBuffer.allocate(4).putInt(random.nextInt(20_000)).array();
        database.put(writing, key, new byte[random.nextInt(LARGEST_VALUE)]);
        database.get(ByteBuffer.allocate(4).putInt(random.nextInt(20_000)).array());
    }

    private static void close(List<AutoCloseable> taken) throws Exception {
        for (AutoCloseable each : taken) {
            each.close();
        }
        taken.clear();
    }

    /** See proc_pid_status(5). */
    private static long residentKibibytes() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElseThrow();
    }
}
