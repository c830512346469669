package com.example.columns;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.arrow.memory.BufferAllocator;

/** The classes by module or by package. */
final class Groups implements AutoCloseable {
    private final BufferAllocator allocator;
    private final Map<String, Group> groups = new TreeMap<>();

    Groups(BufferAllocator allocator) {
        this.allocator = allocator;
    }

    void add(String name, ClassTable batch, int row) {
        groups.computeIfAbsent(name, each -> new Group(each, allocator)).add(batch, row);
    }

    int count() {
        return groups.size();
    }

    int classes() {
        return groups.values().stream().mapToInt(Group::classes).sum();
    }

    /**
     * Prints those with the most bytes.
     *
     * @param title of the column of names
     * @param rows how many
     */
    void print(String title, int rows) {
        System.out.printf(
                "  %-30s %8s %8s %10s %11s %7s %7s %8s%n",
                title, "classes", "methods", "constants", "bytes", "median", "p99", "largest");
        List<Group> largest = groups.values().stream()
                .sorted(Comparator.comparingLong(Group::bytes).reversed())
                .limit(rows)
                .toList();
        for (Group each : largest) {
            int[] sizes = each.sizesAt(50, 99, 100);
            System.out.printf(
                    Locale.ROOT,
                    "  %-30s %,8d %,8d %,10d %,11d %,7d %,7d %,8d%n",
                    each.name(),
                    each.classes(),
                    each.methods(),
                    each.constants(),
                    each.bytes(),
                    sizes[0],
                    sizes[1],
                    sizes[2]);
        }
    }

    @Override
    public void close() {
        groups.values().forEach(Group::close);
    }
}
