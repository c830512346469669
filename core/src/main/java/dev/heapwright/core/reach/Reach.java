package dev.heapwright.core.reach;

import dev.heapwright.core.contract.Contract;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;

/**
 * What an allocator's code reaches.
 *
 * <p>Notation: a step is a member, an initialiser or an instance ({@link Step}); a &rarr; b says that because of a, b may
 * run. E is the set of the allocator's entries: the functions of the contract and its static initialiser. C is the set of
 * consumers: annotated classes, and those within annotated classes, packages and modules.
 *
 * <p>Of the code of a method or a static initialiser:
 *
 * <ul>
 * <li>A call &rarr; the method that is found by the rules of the JVM [1]; if it may be overridden, &rarr; those of all
 *     classes below the called one in the program [2], and the lambdas of that type.
 * <li>A static call, an access to a static field, a {@code new} or a class literal &rarr; the initialiser of the class, and
 *     that &rarr; those of its superclasses and interfaces.
 * <li>A {@code new} &rarr; the instance, and that &rarr; all methods of it that override one of the JDK's.
 * <li>A lambda or a method reference &rarr; its body, called or not.
 * <li>{@code ServiceLoader}, {@code Class.forName}, {@code MethodHandles.Lookup} and {@code Class.getMethod} &rarr; what the
 *     constants in the same method name. Otherwise the call is one of the {@link #unknown}.
 * </ul>
 *
 * <p>Algorithm: breadth-first search [3] from E along &rarr; until a step in a class of C is met, each step being looked at
 * once. The way to it is therefore a shortest one; of several, that whose steps sort first. The answer errs towards a way:
 * what may be called need not be. It is silent about what the program cannot know: native code that calls Java, and an
 * object that code outside E's reach hands over as one of the JDK's types.
 *
 * <p>References:
 *
 * <ol>
 * <li>The Java Virtual Machine Specification, 5.4.3 to 5.5.
 * <li>J. Dean, D. Grove, C. Chambers, "Optimization of object-oriented programs using static class hierarchy analysis",
 *     1995.
 * <li>E. F. Moore, "The shortest path through a maze", 1959.
 * </ol>
 *
 * @param way from one of the allocator's entries to the first step in a consumer, including both, without the methods
 *     between them that the compiler made; empty if no consumer is reached
 * @param unknown calls by reflection, each as {@code com.acme.Pool.load() calls Class.forName}, sorted; those met before a
 *     consumer
 */
public record Reach(List<Step> way, List<String> unknown) {

    /** Copies the lists. */
    public Reach {
        way = List.copyOf(way);
        unknown = List.copyOf(unknown);
    }

    /**
     * Searches for a consumer.
     *
     * @param allocator binary name of the class to start from, which is not a consumer itself
     * @param classes of the program
     * @return what was found
     * @throws IOException if a class file on the way cannot be read
     */
    public static Reach of(String allocator, Classes classes) throws IOException {
        CallGraph graph = new CallGraph(classes);
        Map<String, Boolean> consumers = new HashMap<>(Map.of(allocator, false));
        Map<Step, Step> reachedFrom = new HashMap<>();
        Queue<Step> waiting = new ArrayDeque<>();
        for (Step entry :
                graph.entries(allocator, name -> Contract.V1.function(name).isPresent())) {
            reachedFrom.put(entry, entry);
            waiting.add(entry);
        }
        for (Step current = waiting.poll(); current != null; current = waiting.poll()) {
            for (Step next : graph.after(current)) {
                if (reachedFrom.putIfAbsent(next, current) == null) {
                    Boolean consumer = consumers.get(next.type());
                    if (consumer == null) {
                        consumer = classes.needsAllocator(next.type());
                        consumers.put(next.type(), consumer);
                    }
                    if (consumer) {
                        return new Reach(way(next, reachedFrom, graph), List.copyOf(graph.unknown()));
                    }
                    waiting.add(next);
                }
            }
        }
        return new Reach(List.of(), List.copyOf(graph.unknown()));
    }

    private static List<Step> way(Step consumer, Map<Step, Step> reachedFrom, CallGraph graph) throws IOException {
        List<Step> way = new ArrayList<>(List.of(consumer));
        Step last = consumer;
        for (Step from = reachedFrom.get(last); from != null && !from.equals(last); from = reachedFrom.get(last)) {
            if (from.equals(reachedFrom.get(from)) || !graph.isSynthetic(from)) {
                way.add(from);
            }
            last = from;
        }
        Collections.reverse(way);
        return way;
    }
}
