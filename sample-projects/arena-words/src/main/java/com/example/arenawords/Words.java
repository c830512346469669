package com.example.arenawords;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import dev.heapwright.foreign.GrowingAllocator;
import java.lang.foreign.MemorySegment;

/**
 * Finds words in names: {@code getResourceAsStream} has four. A word is two or more of the letters a to z; it begins
 * after other characters, or with a capital letter, and is counted in lower case. Descriptors, which repeat names, are
 * skipped.
 */
final class Words {
    private final GrowingAllocator allocator;
    private final WordTable table;

    Words(GrowingAllocator allocator, WordTable table) {
        this.allocator = allocator;
        this.table = table;
    }

    /**
     * Counts the words of a name. Each is a segment, grown in place letter by letter, whose memory is reused for the
     * next one.
     */
    void of(MemorySegment name) {
        if (isDescriptor(name)) {
            return;
        }
        MemorySegment word = allocator.allocate(0);
        boolean small = false;
        for (long i = 0; i < name.byteSize(); i++) {
            byte letter = name.get(JAVA_BYTE, i);
            boolean capital = letter >= 'A' && letter <= 'Z';
            boolean other = !capital && (letter < 'a' || letter > 'z');
            if (other || capital && small) {
                word = counted(word);
            }
            if (!other) {
                long length = word.byteSize();
                word = allocator.resize(word, length + 1, 1);
                word.set(JAVA_BYTE, length, (byte) (letter | 0x20));
            }
            small = !capital && !other;
        }
        counted(word);
    }

    private static boolean isDescriptor(MemorySegment name) {
        for (long i = 0; i < name.byteSize(); i++) {
            if (name.get(JAVA_BYTE, i) == ';') {
                return true;
            }
        }
        return false;
    }

    private MemorySegment counted(MemorySegment word) {
        if (word.byteSize() > 1) {
            table.add(word, 1);
        }
        return allocator.resize(word, 0, 1);
    }
}
