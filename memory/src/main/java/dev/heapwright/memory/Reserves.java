package dev.heapwright.memory;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.lang.ref.Reference;

/**
 * Checks that the resources for a first use are available, in a way that leaves nothing half done if they are not.
 *
 * <p>The amounts were measured on OpenJDK 17 and 25 for Linux x64: linking jemalloc takes 98 of {@link #useStack}'s
 * frames, 600 KB of the Java heap, and two files that are open at the same time.
 */
final class Reserves {
    private static final int FRAMES = 120;
    private static final int FRAMES_IF_COMPILED = 3 * FRAMES;
    private static final int ATTEMPTS_BEFORE_COMPILED = 16;
    private static final int JAVA_BYTES = 2 << 20;
    private static final int CHUNK = 64 << 10;
    private static final int FILES = 4;

    private static int attempts;

    private Reserves() {}

    static void check() {
        // C2 makes the frames smaller, after some thousands of calls or, with -Xcomp, from the first.
        boolean compiled = attempts > ATTEMPTS_BEFORE_COMPILED
                || System.getProperty("java.vm.info", "").startsWith("compiled");
        attempts++;
        useStack(compiled ? FRAMES_IF_COMPILED : FRAMES, 1, 2, 3, 4, 5, 6, 7, 8);
        attempts = 0;
        useJavaHeap();
        useFileHandles();
    }

    /**
     * As deep as a first use goes, in frames as large as those of the interpreter, 220 bytes. All parameters are used
     * after the call, so that C1's frames are as large.
     */
    private static long useStack(int frames, long a, long b, long c, long d, long e, long f, long g, long h) {
        return frames == 0 ? a : useStack(frames - 1, b, c, d, e, f, g, h, a) + a + b + c + d + e + f + g + h;
    }

    /**
     * If less is free than needed, the rest may be garbage, so memory is actually allocated. Otherwise none is: a JVM
     * can be configured to exit when the Java heap is exhausted.
     */
    private static void useJavaHeap() {
        Runtime jvm = Runtime.getRuntime();
        if (jvm.maxMemory() - jvm.totalMemory() + jvm.freeMemory() < JAVA_BYTES) {
            if (Platform.FOREIGN) {
                // Else this might take what an earlier check has promised to it.
                ForeignEarlyLink.await();
            }
            byte[][] chunks = new byte[JAVA_BYTES / CHUNK][];
            try {
                for (int i = 0; i < chunks.length; i++) {
                    chunks[i] = new byte[CHUNK];
                }
            } finally {
                Reference.reachabilityFence(chunks);
            }
        }
    }

    /** @throws NativeUnavailableError if no file can be opened, although it exists and is readable */
    static void useFileHandles() {
        // It is part of every installed or linked Java, and opening it does not involve class loaders.
        File file = new File(System.getProperty("java.home", ""), "lib/modules");
        if (file.canRead()) {
            open(file, FILES);
        }
    }

    private static void open(File file, int times) {
        if (times == 0) {
            return;
        }
        try {
            FileInputStream opened = new FileInputStream(file);
            try {
                open(file, times - 1);
            } finally {
                opened.close();
            }
        } catch (IOException e) {
            throw NativeUnavailableError.noFileHandles(e);
        }
    }
}
