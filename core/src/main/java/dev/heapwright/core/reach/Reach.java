package dev.heapwright.core.reach;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.TreeSet;

/**
 * Follows an allocator's code, breadth-first: from its class to those that it references, then to those that they
 * reference. The first consumer found is therefore at the end of a shortest path; of several, that whose names sort
 * first, whether the references were read from source or from class files. Each class is read once.
 */
public final class Reach {
    private Reach() {}

    /**
     * Searches for a consumer.
     *
     * @param allocator binary name of the class to start from, which is not a consumer itself
     * @param classes what each class references
     * @return a shortest path from the allocator to a consumer, including both; empty if it reaches none
     * @throws IOException if a class file on the way cannot be read
     */
    public static Optional<List<String>> pathToConsumer(String allocator, Classes classes) throws IOException {
        Map<String, String> reachedFrom = new HashMap<>();
        reachedFrom.put(allocator, allocator);
        Queue<String> waiting = new ArrayDeque<>(List.of(allocator));
        for (String current = waiting.poll(); current != null; current = waiting.poll()) {
            for (String referenced : new TreeSet<>(classes.referencedBy(current))) {
                if (reachedFrom.putIfAbsent(referenced, current) == null) {
                    if (classes.needsAllocator(referenced)) {
                        return Optional.of(way(referenced, reachedFrom));
                    }
                    waiting.add(referenced);
                }
            }
        }
        return Optional.empty();
    }

    private static List<String> way(String consumer, Map<String, String> reachedFrom) {
        List<String> way = new ArrayList<>(List.of(consumer));
        String last = consumer;
        for (String from = reachedFrom.get(last); from != null && !from.equals(last); from = reachedFrom.get(last)) {
            way.add(from);
            last = from;
        }
        Collections.reverse(way);
        return way;
    }
}
