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
 * Follows an allocator's code: from its class to those that it references, from there on to those that they reference, in
 * breadth, so that the first consumer that is met is at the end of a shortest way: of several, the one whose names sort
 * first, whether what they reference was read from source or from class files. Each class is looked at once.
 */
public final class Reach {
    private Reach() {}

    /**
     * Looks for a consumer.
     *
     * @param allocator binary name of the class to start from, which is not a consumer itself
     * @param classes what each class references
     * @return a shortest way from the allocator to a consumer, both included; empty if it reaches none
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
