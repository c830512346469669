package com.example.linkedimage;

import com.github.luben.zstd.ZstdCompressCtx;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.reflect.Field;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.WriteOptions;

/** Who takes native memory: each asks for {@link #ASKED} bytes at least, in this thread, and keeps them while it is counted. */
enum Consumer {
    UNSAFE("Unsafe") {
        @Override
        AutoCloseable take() throws ReflectiveOperationException {
            Field field = Class.forName("sun.misc.Unsafe").getDeclaredField("theUnsafe");
            field.setAccessible(true);
            Object unsafe = field.get(null);
            Object address = unsafe.getClass().getMethod("allocateMemory", long.class).invoke(unsafe, (long) ASKED);
            return () -> unsafe.getClass().getMethod("freeMemory", long.class).invoke(unsafe, address);
        }
    },
    DIRECT_BUFFER("allocateDirect") {
        @Override
        AutoCloseable take() {
            ByteBuffer buffer = ByteBuffer.allocateDirect(ASKED);
            // The garbage collector gives it back: not while others are counted.
            return () -> KEPT.add(buffer);
        }
    },
    ARENA("Arena") {
        @Override
        AutoCloseable take() {
            Arena arena = Arena.ofConfined();
            arena.allocate(ASKED);
            return arena::close;
        }
    },
    ZLIB("zlib") {
        /** What zlib needs for each, at its default settings, is 268 KB. */
        private static final int EACH = 1 << 18;

        @Override
        AutoCloseable take() {
            List<Deflater> deflaters = Stream.generate(Deflater::new).limit(ASKED / EACH).toList();
            return () -> deflaters.forEach(Deflater::end);
        }
    },
    ROCKSDB("RocksDB") {
        @Override
        AutoCloseable take() throws IOException, RocksDBException {
            Path folder = Files.createTempDirectory("linked-image");
            Options options = new Options().setCreateIfMissing(true).setWriteBufferSize(4L * ASKED);
            RocksDB database = RocksDB.open(options, folder.toString());
            // What is written stays in memory until a buffer is full.
            try (WriteOptions writing = new WriteOptions().setDisableWAL(true)) {
                for (int key = 0; key < ASKED / 1024; key++) {
                    database.put(writing, ByteBuffer.allocate(4).putInt(key).array(), new byte[1024]);
                }
            }
            return () -> {
                database.close();
                options.close();
                delete(folder);
            };
        }
    },
    NETTY("Netty") {
        @Override
        AutoCloseable take() {
            List<ByteBuf> buffers = Stream.generate(() -> ByteBufAllocator.DEFAULT.directBuffer(1 << 20))
                    .limit(ASKED >> 20)
                    .toList();
            return () -> buffers.forEach(ByteBuf::release);
        }
    },
    ZSTD("zstd") {
        private static final int BEST = 19;

        @Override
        AutoCloseable take() {
            byte[] text = new byte[1 << 20];
            new Random(1).nextBytes(text);
            List<ZstdCompressCtx> contexts = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                ZstdCompressCtx context = new ZstdCompressCtx().setLevel(BEST);
                context.compress(text);
                contexts.add(context);
            }
            return () -> contexts.forEach(ZstdCompressCtx::close);
        }
    };

    private static final List<ByteBuffer> KEPT = new ArrayList<>();

    /** In bytes. */
    static final int ASKED = 16 << 20;

    private final String text;

    Consumer(String text) {
        this.text = text;
    }

    /** {@return what gives the memory back} */
    abstract AutoCloseable take() throws Exception;

    @Override
    public String toString() {
        return text;
    }

    static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
