package dev.heapwright.natives;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.heapwright.jemalloc.JemallocAllocator;
import dev.heapwright.mimalloc.MimallocAllocator;
import dev.heapwright.system.SystemAllocator;
import dev.heapwright.testing.ChildJvm;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Loops over the heap, compiled by all of the JIT's compilers, each in its own JVM: none may crash. If C2 miscompiles
 * the calls of an allocator, this shows only in some runs, so with the property {@code thorough} each program is run
 * {@value #THOROUGH_ROUNDS} times. The generated loops are distributed among the allocators, as a run takes most of a
 * second of processor time. {@value #SEED} is the seed of a single loop to run on all of them instead.
 */
class JitStressTest {
    private static final String SEED = "heapwright.jit.seed";
    private static final int THOROUGH_ROUNDS = 200;
    private static final int ROUNDS = System.getProperty("thorough") == null ? 1 : THOROUGH_ROUNDS;
    private static final int LOOPS = 20;

    private static final List<Class<?>> ALLOCATORS =
            List.of(SystemAllocator.class, JemallocAllocator.class, MimallocAllocator.class);

    /** The sources, the classes, and the reports of JVMs that crashed. */
    private static final Path FOLDER = Path.of("target", "jit-stress").toAbsolutePath();

    private static final List<Long> SEEDS = seeds();

    static Stream<Class<?>> allocators() {
        return ALLOCATORS.stream();
    }

    @BeforeAll
    static void compile() throws IOException {
        for (Class<?> allocator : ALLOCATORS) {
            CompiledPrograms.glue(glue(allocator), allocator);
        }
        CompiledPrograms.compile(
                programs(),
                SEEDS.stream().map(JitStressTest::name).toList(),
                SEEDS.stream().map(seed -> LoopSource.of(name(seed), seed)).toList());
    }

    @ParameterizedTest
    @MethodSource("allocators")
    void theLoopThatCrashedC2Ends(Class<?> allocator) throws Exception {
        for (int round = 1; round <= ROUNDS; round++) {
            runs(allocator, SmallAfterLarge.class.getName(), "round " + round);
        }
    }

    @ParameterizedTest
    @MethodSource("allocators")
    void generatedLoopsEndAndFindTheirBlocksIntact(Class<?> allocator) throws Exception {
        for (int round = 1; round <= ROUNDS; round++) {
            for (long seed : SEEDS) {
                if (SEEDS.size() == 1 || allocator.equals(ofTurn(seed + round))) {
                    runs(allocator, name(seed), "round " + round + ", again: -D" + SEED + "=" + seed);
                }
            }
        }
    }

    @Test
    void aSeedDeterminesAProgramAndDifferentSeedsGiveDifferentOnes() {
        assertEquals(LoopSource.of("Loop", 1), LoopSource.of("Loop", 1));
        assertEquals(
                LOOPS,
                LongStream.rangeClosed(1, LOOPS)
                        .mapToObj(seed -> LoopSource.of("Loop", seed))
                        .distinct()
                        .count());
        assertNotEquals(LoopSource.of("Loop", 1), LoopSource.of("Loop", Long.MIN_VALUE));
    }

    private static void runs(Class<?> allocator, String program, String which) throws Exception {
        ChildJvm jvm = ChildJvm.with(
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:ErrorFile=" + FOLDER.resolve("hs_err_%p.log"),
                        "-XX:-CreateCoredumpOnCrash")
                .withFullJit()
                .withClassPath(new ClassPath(List.of(programs(), glue(allocator)))
                        .before(ClassPath.ofTheTests())
                        .elements());
        try {
            assertEquals("done\n", jvm.run(program).succeeded().output());
        } catch (IllegalStateException | AssertionError e) {
            throw new AssertionError(program + " on " + allocator.getSimpleName() + ", " + which, e);
        }
    }

    private static Class<?> ofTurn(long turn) {
        return ALLOCATORS.get(Math.floorMod(turn, ALLOCATORS.size()));
    }

    private static String name(long seed) {
        return "Loop" + Long.toUnsignedString(seed);
    }

    private static Path programs() {
        return FOLDER.resolve("programs");
    }

    private static Path glue(Class<?> allocator) {
        return FOLDER.resolve(allocator.getSimpleName());
    }

    private static List<Long> seeds() {
        String seed = System.getProperty(SEED);
        return seed == null ? LongStream.rangeClosed(1, LOOPS).boxed().toList() : List.of(Long.parseLong(seed));
    }
}
