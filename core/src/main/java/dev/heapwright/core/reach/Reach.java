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
 * Follows an allocator's code: from its class to those that it mentions, from there on to those that they mention, in
 * breadth, so that the first needer that is met is at the end of a shortest way: of several, the one whose names sort
 * first, whether what they mention was read from source or from class files. Each class is looked at once.
 */
public final class Reach {
    private Reach() {}

    /**
     * Looks for a needer.
     *
     * @param allocator binary name of the class to start from, which is not a needer itself
     * @param classes what each class mentions
     * @return a shortest way from the allocator to a needer, both included; empty if it reaches none
     * @throws IOException if a class file on the way cannot be read
     */
    public static Optional<List<String>> wayToNeeder(String allocator, Classes classes) throws IOException {
        Map<String, String> reachedFrom = new HashMap<>();
        reachedFrom.put(allocator, allocator);
        Queue<String> waiting = new ArrayDeque<>(List.of(allocator));
        for (String current = waiting.poll(); current != null; current = waiting.poll()) {
            for (String mentioned : new TreeSet<>(classes.mentionedBy(current))) {
                if (reachedFrom.putIfAbsent(mentioned, current) == null) {
                    if (classes.needsAllocator(mentioned)) {
                        return Optional.of(way(mentioned, reachedFrom));
                    }
                    waiting.add(mentioned);
                }
            }
        }
        return Optional.empty();
    }

    private static List<String> way(String needer, Map<String, String> reachedFrom) {
        List<String> way = new ArrayList<>(List.of(needer));
        String last = needer;
        for (String from = reachedFrom.get(last); from != null && !from.equals(last); from = reachedFrom.get(last)) {
            way.add(from);
            last = from;
        }
        Collections.reverse(way);
        return way;
    }
}
