package com.example.columns;

import dev.heapwright.arrow.HeapAllocators;
import dev.heapwright.heap.Heap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.apache.arrow.memory.RootAllocator;

/**
 * Writes an Arrow file with a row for each class file of the running JDK, reads it back and sums it up by module and by
 * package, all in memory of the allocator that the program is linked to.
 */
public final class ArrowColumns {
    private static final double NANOS_PER_SECOND = 1e9;
    private static final int ROWS_SHOWN = 8;

    private ArrowColumns() {}

    /**
     * Runs the program.
     *
     * @param args the file to write
     * @throws IOException if the JDK cannot be read, or the file cannot be written or read
     */
    public static void main(String[] args) throws IOException {
        Path file = Path.of(args[0]);
        // Closing it fails if a vector has not been closed.
        try (RootAllocator allocator = HeapAllocators.root()) {
            long start = System.nanoTime();
            ClassTable.write(file, allocator);
            long written = System.nanoTime();
            try (Groups modules = new Groups(allocator);
                    Groups packages = new Groups(allocator)) {
                int batches = ClassTable.read(file, allocator, batch -> {
                    for (int row = 0; row < batch.rows(); row++) {
                        modules.add(batch.module(row), batch, row);
                        packages.add(batch.packageName(row), batch, row);
                    }
                });
                long read = System.nanoTime();
                System.out.printf(
                        Locale.ROOT,
                        """
                        arrow-columns: %,d class files of Java %s, %,d modules, %,d packages
                          in %d batches, a file of %,d bytes
                          written in %.2f s, read and summed up in %.2f s

                        """,
                        modules.classes(),
                        System.getProperty("java.version"),
                        modules.count(),
                        packages.count(),
                        batches,
                        Files.size(file),
                        (written - start) / NANOS_PER_SECOND,
                        (read - written) / NANOS_PER_SECOND);
                modules.print("module", ROWS_SHOWN);
                System.out.println();
                packages.print("package", ROWS_SHOWN);
                System.out.printf(
                        Locale.ROOT,
                        """

                          %,d bytes of Arrow's memory at its peak
                          bound to %s
                          resident set: %s
                        """,
                        allocator.getPeakMemoryAllocation(),
                        Heap.binding(),
                        ResidentSet.description());
            }
        }
    }
}
