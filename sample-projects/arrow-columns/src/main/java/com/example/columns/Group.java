package com.example.columns;

import java.util.Arrays;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.IntVector;

/** The classes of a module or a package: their sizes, in a growing vector, and the totals. */
final class Group implements AutoCloseable {
    private final String name;
    private final IntVector sizes;
    private int classes;
    private long bytes;
    private long constants;
    private long methods;

    /** Creates an empty group. */
    Group(String name, BufferAllocator allocator) {
        this.name = name;
        sizes = new IntVector(name, allocator);
    }

    void add(ClassTable batch, int row) {
        sizes.setSafe(classes++, batch.size(row));
        bytes += batch.size(row);
        constants += batch.constants(row);
        methods += batch.methods(row);
    }

    String name() {
        return name;
    }

    int classes() {
        return classes;
    }

    long bytes() {
        return bytes;
    }

    long constants() {
        return constants;
    }

    long methods() {
        return methods;
    }

    /**
     * {@return the sizes of the classes at some percentiles, by the nearest rank}
     *
     * @param percentiles from 1 to 100, which is the largest
     */
    int[] sizesAt(int... percentiles) {
        int[] sorted = new int[classes];
        Arrays.setAll(sorted, sizes::get);
        Arrays.sort(sorted);
        return Arrays.stream(percentiles)
                .map(each -> sorted[(int) Math.ceilDiv((long) each * classes, 100) - 1])
                .toArray();
    }

    @Override
    public void close() {
        sizes.close();
    }
}
