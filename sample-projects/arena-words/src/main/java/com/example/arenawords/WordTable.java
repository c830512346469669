package com.example.arenawords;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import dev.heapwright.foreign.GrowingAllocator;
import dev.heapwright.foreign.HeapArena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.LongStream;

/**
 * Words and how often they occur: a hash table with linear probing, in native memory. A slot contains a word's count,
 * its hash and its number, counted from 1; 0 stands for no word.
 *
 * <p>For one thread at a time.
 */
final class WordTable {
    private static final long SLOT = 16;
    private static final long COUNT = 0;
    private static final long HASH = 8;
    private static final long NUMBER = 12;

    private final HeapArena arena;
    private final GrowingAllocator letters;
    private final List<MemorySegment> words = new ArrayList<>();
    private MemorySegment slots;
    private long capacity = 1 << 10;

    /** A word and how often it occurs. */
    record Entry(String word, long count) {}

    /**
     * Creates an empty table.
     *
     * @param arena provides its memory
     */
    WordTable(HeapArena arena) {
        this.arena = arena;
        this.letters = new GrowingAllocator(arena);
        this.slots = slots(capacity);
    }

    /** Counts a word; the segment belongs to the caller and may be reused afterwards. */
    void add(MemorySegment word, long times) {
        int hash = hash(word);
        long slot = find(word, hash);
        if (slots.get(JAVA_INT, slot + NUMBER) == 0) {
            words.add(letters.allocateFrom(JAVA_BYTE, word, JAVA_BYTE, 0, word.byteSize()));
            slots.set(JAVA_INT, slot + HASH, hash);
            slots.set(JAVA_INT, slot + NUMBER, words.size());
        }
        slots.set(JAVA_LONG, slot + COUNT, slots.get(JAVA_LONG, slot + COUNT) + times);
        if (words.size() * 2L > capacity) {
            grow();
        }
    }

    void addAll(WordTable other) {
        other.occupied().forEach(slot -> add(other.word(slot), other.count(slot)));
    }

    long size() {
        return words.size();
    }

    long total() {
        return occupied().map(this::count).sum();
    }

    List<Entry> mostFrequent(int limit) {
        return occupied()
                .mapToObj(slot -> new Entry(
                        new String(word(slot).toArray(JAVA_BYTE), StandardCharsets.US_ASCII), count(slot)))
                .sorted(Comparator.comparingLong(Entry::count).reversed().thenComparing(Entry::word))
                .limit(limit)
                .toList();
    }

    private LongStream occupied() {
        return LongStream.range(0, capacity)
                .map(each -> each * SLOT)
                .filter(slot -> slots.get(JAVA_INT, slot + NUMBER) != 0);
    }

    private MemorySegment word(long slot) {
        return words.get(slots.get(JAVA_INT, slot + NUMBER) - 1);
    }

    private long count(long slot) {
        return slots.get(JAVA_LONG, slot + COUNT);
    }

    private long find(MemorySegment word, int hash) {
        long slot = first(hash);
        while (slots.get(JAVA_INT, slot + NUMBER) != 0
                && (slots.get(JAVA_INT, slot + HASH) != hash || word(slot).mismatch(word) != -1)) {
            slot = next(slot);
        }
        return slot;
    }

    /** The old slots remain until the arena is closed; in total, they take no more memory than the new ones. */
    private void grow() {
        MemorySegment old = slots;
        capacity *= 2;
        slots = slots(capacity);
        for (long from = 0; from < old.byteSize(); from += SLOT) {
            if (old.get(JAVA_INT, from + NUMBER) != 0) {
                long to = first(old.get(JAVA_INT, from + HASH));
                while (slots.get(JAVA_INT, to + NUMBER) != 0) {
                    to = next(to);
                }
                MemorySegment.copy(old, from, slots, to, SLOT);
            }
        }
    }

    private MemorySegment slots(long count) {
        return arena.allocate(count * SLOT, JAVA_LONG.byteAlignment());
    }

    private long first(int hash) {
        return (hash & (capacity - 1)) * SLOT;
    }

    private long next(long slot) {
        return (slot + SLOT) % slots.byteSize();
    }

    /** FNV-1a, with the upper half mixed into the lower one. */
    private static int hash(MemorySegment word) {
        int hash = 0x811c9dc5;
        for (long i = 0; i < word.byteSize(); i++) {
            hash = (hash ^ word.get(JAVA_BYTE, i)) * 0x01000193;
        }
        return hash ^ hash >>> 16;
    }
}
