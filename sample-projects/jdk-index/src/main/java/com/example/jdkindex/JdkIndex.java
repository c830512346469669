package com.example.jdkindex;

import com.example.index.OffHeapIndex;
import dev.heapwright.heap.Heap;
import java.io.IOException;
import java.util.Locale;
import java.util.OptionalLong;

/**
 * Indexes every class file of the running JDK by its name, looks each up again, and prints the time and memory that
 * took and which allocator the memory came from.
 */
public final class JdkIndex {
    private static final double NANOS_PER_SECOND = 1e9;

    private JdkIndex() {}

    /**
     * Runs the program. It exits with 1 if the index does not return what was put into it.
     *
     * @param args none
     * @throws IOException if the JDK's class files cannot be read
     */
    public static void main(String[] args) throws IOException {
        try (OffHeapIndex index = new OffHeapIndex()) {
            long start = System.nanoTime();
            fill(index);
            long filled = System.nanoTime();
            lookUp(index);
            long lookedUp = System.nanoTime();

            System.out.printf(
                    Locale.ROOT,
                    """
                    jdk-index: %,d class files of Java %s
                      indexed in %.2f s, looked up in %.2f s
                      %,d bytes of native memory
                      bound to %s
                    """,
                    index.size(),
                    System.getProperty("java.version"),
                    (filled - start) / NANOS_PER_SECOND,
                    (lookedUp - filled) / NANOS_PER_SECOND,
                    index.bytesAllocated(),
                    Heap.binding());
        } catch (WrongEntryException e) {
            System.err.println("jdk-index: " + e.getMessage());
            System.exit(1);
        }
    }

    private static void fill(OffHeapIndex index) throws IOException {
        Progress progress = new Progress("indexing", 0);
        ClassFiles.forEach((name, size) -> {
            index.put(name, size);
            progress.step();
        });
        progress.end();
    }

    private static void lookUp(OffHeapIndex index) throws IOException {
        Progress progress = new Progress("looking up", index.size());
        ClassFiles.forEach((name, size) -> {
            OptionalLong found = index.get(name);
            if (found.isEmpty() || found.getAsLong() != size) {
                progress.end();
                throw new WrongEntryException(name, size, found);
            }
            progress.step();
        });
        progress.end();
    }
}
