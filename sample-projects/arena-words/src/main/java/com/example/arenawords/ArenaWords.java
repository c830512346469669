package com.example.arenawords;

import dev.heapwright.foreign.HeapArena;
import dev.heapwright.heap.Heap;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/**
 * Counts the words in the names and strings of the class files of Java SE, with several threads. Each class file has
 * its own arena while it is read; the counts are kept in one shared arena until the end.
 */
public final class ArenaWords {
    private static final int THREADS = 4;
    private static final int SHOWN = 8;

    private ArenaWords() {}

    /**
     * Runs the program.
     *
     * @param args none
     * @throws Exception if the JDK's class files cannot be read
     */
    public static void main(String[] args) throws Exception {
        List<Path> files = ClassFiles.all();
        long start = System.nanoTime();
        try (HeapArena results = HeapArena.ofShared()) {
            WordTable words = count(files, results);
            System.out.printf(
                    Locale.ROOT,
                    """
                    arena-words: %,d class files of Java %s, an arena each
                      %,d words, %,d different ones: %s
                      counted by %d threads in %.2f s
                      bound to %s
                      resident set: %s
                    """,
                    files.size(),
                    System.getProperty("java.version"),
                    words.total(),
                    words.size(),
                    words.mostFrequent(SHOWN).stream()
                            .map(each -> "%s %,d".formatted(each.word(), each.count()))
                            .collect(Collectors.joining(", ")),
                    THREADS,
                    (System.nanoTime() - start) / 1e9,
                    Heap.binding(),
                    ResidentSet.now());
        }
    }

    /** Counts with all threads, each with its own table, and adds up the tables. */
    private static WordTable count(List<Path> files, HeapArena results) throws Exception {
        AtomicInteger next = new AtomicInteger();
        WordTable sum = new WordTable(results);
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            List<Future<WordTable>> tables = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                tables.add(threads.submit(() -> {
                    WordTable words = new WordTable(results);
                    for (int file = next.getAndIncrement(); file < files.size(); file = next.getAndIncrement()) {
                        ClassFile.countWords(files.get(file), words);
                    }
                    return words;
                }));
            }
            for (Future<WordTable> table : tables) {
                sum.addAll(table.get());
            }
        }
        return sum;
    }
}
