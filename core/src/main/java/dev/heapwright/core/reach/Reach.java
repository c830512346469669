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
 * Finds out whether an allocator's code reaches what needs an allocator.
 *
 * <p>Notation: a &rarr; b says that the code of class a mentions class b: in methods, signatures, fields or annotations.
 * C is the set of consumers: annotated classes, and those within annotated classes, packages and modules.
 *
 * <p>Algorithm: breadth-first search [1] from the allocator along &rarr; until a class of C is met, each class being looked
 * at once. The path to it is therefore a shortest one; of several, that whose names sort first, whether the references were
 * read from source or from class files. What is mentioned may never be called: the answer errs towards a path.
 *
 * <p>References:
 *
 * <ol>
 * <li>E. F. Moore, "The shortest path through a maze", 1959.
 * </ol>
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
