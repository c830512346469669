package com.example.file;

import dev.heapwright.memory.Memory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Fills 256 blocks of 1 MiB, and prints where they are in the file, and what grew meanwhile. */
final class Filled {
    static final int COUNT = 256;
    static final int SIZE = 1 << 20;

    public static void main(String[] args) throws IOException {
        long anonymous = kilobytes("RssAnon");
        long ofFiles = kilobytes("RssFile");
        for (int i = 0; i < COUNT; i++) {
            long block = FileAllocator.allocate(SIZE, 8);
            Memory.fill(block, SIZE, (byte) i);
            System.out.println("block " + FileAllocator.offset(block));
        }
        System.out.println("anonymous " + (kilobytes("RssAnon") - anonymous));
        System.out.println("file " + (kilobytes("RssFile") - ofFiles));
    }

    /** A figure of this process; 0 if this is not Linux. */
    private static long kilobytes(String key) throws IOException {
        Path status = Path.of("/proc/self/status");
        return Files.exists(status)
                ? Long.parseLong(Files.readString(status).replaceFirst("(?s).*\n" + key + ":\\s+(\\d+) kB.*", "$1"))
                : 0;
    }
}
