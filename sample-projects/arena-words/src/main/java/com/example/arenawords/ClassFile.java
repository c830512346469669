package com.example.arenawords;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import dev.heapwright.foreign.GrowingAllocator;
import dev.heapwright.foreign.HeapArena;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The constant pool of a class file, which contains all its names and strings (The Java Virtual Machine Specification,
 * 4.4).
 */
final class ClassFile {
    private static final ValueLayout.OfShort U2 =
            ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);

    private static final int COUNT = 8;
    private static final int POOL = 10;

    private ClassFile() {}

    /**
     * Counts the words of a class file. All memory that this needs is in an arena that is closed at the end.
     *
     * @param file to be read
     * @param table where the words are counted
     * @throws IOException if the file cannot be read
     */
    static void countWords(Path file, WordTable table) throws IOException {
        try (HeapArena arena = HeapArena.ofConfined()) {
            MemorySegment bytes = arena.allocateFrom(JAVA_BYTE, Files.readAllBytes(file));
            Words words = new Words(new GrowingAllocator(arena), table);
            int count = u2(bytes, COUNT);
            long at = POOL;
            for (int i = 1; i < count; i++) {
                int tag = bytes.get(JAVA_BYTE, at);
                if (tag == 1) {
                    words.of(bytes.asSlice(at + 3, u2(bytes, at + 1)));
                }
                if (tag == 5 || tag == 6) {
                    // A long or a double takes two entries.
                    i++;
                }
                at += size(tag, bytes, at);
            }
        }
    }

    private static long size(int tag, MemorySegment bytes, long at) {
        return switch (tag) {
            case 1 -> 3 + u2(bytes, at + 1);
            case 3, 4, 9, 10, 11, 12, 17, 18 -> 5;
            case 5, 6 -> 9;
            case 7, 8, 16, 19, 20 -> 3;
            case 15 -> 4;
            default -> throw new IllegalArgumentException("no constant has the tag " + tag);
        };
    }

    private static int u2(MemorySegment bytes, long at) {
        return Short.toUnsignedInt(bytes.get(U2, at));
    }
}
