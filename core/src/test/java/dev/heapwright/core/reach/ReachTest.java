package dev.heapwright.core.reach;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.heapwright.diagnostic.DiagnosticRenderer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ReachTest {
    /** A program as a graph, which counts how often each class is read. */
    private record Program(Map<String, List<String>> references, Set<String> consumers, List<String> asked)
            implements Classes {
        Program(Map<String, List<String>> references, String... consumers) {
            this(references, Set.of(consumers), new ArrayList<>());
        }

        @Override
        public Collection<String> referencedBy(String name) {
            asked.add(name);
            return references.getOrDefault(name, List.of());
        }

        @Override
        public boolean needsAllocator(String name) {
            return consumers.contains(name);
        }
    }

    @Test
    void anAllocatorThatReachesNoConsumerHasNoPath() throws IOException {
        Program program = new Program(Map.of("A", List.of("B"), "B", List.of("A", "B")), "C");
        assertEquals(Optional.empty(), Reach.pathToConsumer("A", program));
    }

    @Test
    void theShortestPathIsFoundAndOfSeveralTheOneThatSortsFirst() throws IOException {
        Program program = new Program(
                Map.of(
                        "A", List.of("D", "C", "B"),
                        "B", List.of("E"),
                        "E", List.of("N"),
                        "C", List.of("N"),
                        "D", List.of("M")),
                "N",
                "M");
        assertEquals(Optional.of(List.of("A", "C", "N")), Reach.pathToConsumer("A", program));
    }

    @Test
    void theMessageDrawsThePath() {
        assertEquals("""
                [Heapwright/CircularDependency] circular dependency: allocator A uses N, which needs an allocator
                    A -> C -> N (needs an allocator)
                  help: an allocator may only use code that needs no allocator; get memory from
                        dev.heapwright.memory.CHeap instead, or remove the call
                  more: mvn heapwright:explain -Did=CircularDependency""", DiagnosticRenderer.render(CircularDependency.of(List.of("A", "C", "N"))));
    }

    @Property
    void thePathExistsAndIsShortestAndEachClassIsReadOnce(
            @ForAll @Size(12) List<@Size(max = 4) List<@IntRange(max = 11) Integer>> edges,
            @ForAll @Size(max = 3) Set<@IntRange(min = 1, max = 11) Integer> consumers)
            throws IOException {
        Map<String, List<String>> references = new java.util.HashMap<>();
        for (int i = 0; i < edges.size(); i++) {
            references.put(
                    "C" + i, edges.get(i).stream().map(each -> "C" + each).toList());
        }
        Program program = new Program(
                references, consumers.stream().map(each -> "C" + each).toArray(String[]::new));

        Optional<List<String>> way = Reach.pathToConsumer("C0", program);

        assertEquals(Set.copyOf(program.asked()).size(), program.asked().size());
        assertEquals(distance(program), way.map(each -> each.size() - 1).orElse(-1));
        way.ifPresent(steps -> {
            assertEquals("C0", steps.get(0));
            assertEquals(true, program.needsAllocator(steps.get(steps.size() - 1)));
            for (int i = 1; i < steps.size(); i++) {
                assertEquals(true, program.referencedBy(steps.get(i - 1)).contains(steps.get(i)));
            }
        });
    }

    /**
     * An independent definition: the number of steps after which the classes reached so far include a consumer; -1 if
     * never.
     */
    private static int distance(Program program) {
        Set<String> reached = new java.util.HashSet<>(Set.of("C0"));
        for (int steps = 0; steps < 12; steps++) {
            if (steps > 0 && reached.stream().anyMatch(name -> !name.equals("C0") && program.needsAllocator(name))) {
                return steps;
            }
            Set<String> next = new java.util.HashSet<>(reached);
            reached.forEach(name -> next.addAll(program.references().getOrDefault(name, List.of())));
            reached = next;
        }
        return -1;
    }
}
