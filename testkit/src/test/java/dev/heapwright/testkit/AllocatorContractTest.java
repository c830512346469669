package dev.heapwright.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.heapwright.testing.Tries;
import dev.heapwright.testkit.block.Defect;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;

class AllocatorContractTest {
    @TestFactory
    Stream<DynamicContainer> allocatorsWithoutADefectPass() {
        Map<String, AllocatorContract> contracts = new LinkedHashMap<>();
        contracts.put(
                "a class with static functions",
                AllocatorContract.of(CHeapAllocator.class).operations(20_000).seed(7));
        contracts.put(
                "one with little memory",
                AllocatorContract.of(new BinAllocator(8 << 20)).limit(8 << 20).operations(20_000));
        contracts.put(
                "one with more",
                AllocatorContract.of(new BinAllocator(64 << 20)).limit(64 << 20));
        return contracts.entrySet().stream()
                .limit(Tries.of(contracts.size()))
                .map(contract -> DynamicContainer.dynamicContainer(contract.getKey(), contract.getValue()));
    }

    @AfterEach
    void clearProperties() {
        System.clearProperty(AllocatorContract.OPERATIONS_PROPERTY);
        System.clearProperty(AllocatorContract.SEED_PROPERTY);
        System.clearProperty(AllocatorContract.THOROUGH_PROPERTY);
    }

    @Test
    void everyClauseIsATest() {
        assertEquals(
                List.of(
                        "every block has the requested alignment, from 1 byte to 1 MiB",
                        "the usable size is at least the size, and the same for every size in between",
                        "all usable bytes of a block are its own, however odd its size",
                        "a block is freed whole, and no other with it, whichever of its sizes is passed",
                        "reallocation keeps content and alignment, in every direction",
                        "a block resized in place to its own size is unchanged",
                        "adjacent blocks grow and shrink in place, or keep their old size, and keep content and memory",
                        "an impossible size is refused with 0",
                        "an impossible alignment is refused with 0",
                        "a failed reallocation returns 0, and the old block is unchanged",
                        "failed resizing in place returns the usable size, and the block is unchanged",
                        "every power of two up to 2^62 is honored as alignment and as size, or refused",
                        "allocateZeroed honors every power of two up to 2^62, and zeroes, or refuses",
                        "a block is resized to more than 31 bits and back, or is unchanged",
                        "freed memory is reused",
                        "freed memory from allocateZeroed is reused",
                        "reallocation frees the memory of a block that moved",
                        "resizing in place leaks no memory",
                        "failed calls leak no memory",
                        "a block allocated by one thread is freed by another",
                        "memory freed by a thread before it ends is reused",
                        "a block outlives the thread that allocated it, and another frees it",
                        "100,000 operations at random, from seed 1 on",
                        "100,000 operations at random by 4 threads at the same time, seed 1",
                        "100,000 blocks of one thread are alive",
                        "very many blocks of one size are freed and reused",
                        "4 threads use one size at the same time, as fast as they can"),
                names(AllocatorContract.of(CHeapAllocator.class)));
    }

    @Test
    void aClassThatIsNotAnAllocatorFailsInOneTestWithoutAStackTrace() {
        AllocatorContract contract = AllocatorContract.of(Runtime.class);
        assertEquals(List.of("the class is an allocator"), names(contract));
        assertEquals("""
                [Heapwright/MissingFunction] allocator java.lang.Runtime is missing 5 required functions
                    public static long allocate(long size, long align) { throw new UnsupportedOperationException("allocate"); }
                    public static void deallocate(long address, long oldSize, long align) { throw new UnsupportedOperationException("deallocate"); }
                    public static long reallocate(long address, long oldSize, long size, long align) { throw new UnsupportedOperationException("reallocate"); }
                    public static long reallocateInplace(long address, long oldSize, long size, long align) { throw new UnsupportedOperationException("reallocateInplace"); }
                    public static long usableSize(long size, long align) { throw new UnsupportedOperationException("usableSize"); }
                  help: add them with exactly these signatures and your own bodies
                  more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=MissingFunction""", Contracts.message(contract));
        DynamicTest test = (DynamicTest) contract.iterator().next();
        Defect defect = assertThrows(Defect.class, test.getExecutable());
        assertEquals(0, defect.getStackTrace().length);
    }

    @Test
    void afterATestHasFailedTheOthersAreSkipped() {
        ArenaAllocator misaligned = new ArenaAllocator() {
            @Override
            public long reallocate(long address, long oldSize, long size, long align) {
                return super.reallocate(address, oldSize, size, 1) + 1;
            }
        };
        List<String> results = AllocatorContract.of(misaligned).stream()
                .map(test -> outcome((DynamicTest) test))
                .toList();
        assertEquals(List.of("passed", "passed", "passed", "passed", "passed", "Defect"), results.subList(0, 6));
        assertEquals(Set.of("TestAbortedException"), Set.copyOf(results.subList(6, results.size())));
    }

    private static String outcome(DynamicTest test) {
        try {
            test.getExecutable().execute();
            return "passed";
        } catch (Throwable thrown) {
            return thrown.getClass().getSimpleName();
        }
    }

    @Test
    void theOptionalFunctionIsTestedIfPresent() {
        List<String> names = names(AllocatorContract.of(new ArenaAllocator()).limit(1 << 20));
        assertEquals("a block from allocateZeroed is zero, even in reused memory", names.get(4));
        assertEquals(
                "when exhausted, it returns 0, and has all of its memory again after all blocks are freed",
                names.get(names.size() - 1));
    }

    @Test
    void optionsDetermineTheNumberOfRandomOperations() {
        AllocatorContract contract = AllocatorContract.of(CHeapAllocator.class);
        assertEquals(
                List.of(
                        "10,000,000 operations at random, from seed -3 on",
                        "10,000,000 operations at random by 7 threads at the same time, seed -3"),
                random(contract.operations(10_000_000).threads(7).seed(-3)));
        assertEquals(random(AllocatorContract.of(CHeapAllocator.class)), random(contract));
    }

    @Test
    void thoroughMeansTenTimesAsMany() {
        AllocatorContract contract = AllocatorContract.of(CHeapAllocator.class).operations(7_000);
        List<String> inDepth = List.of(
                "70,000 operations at random, from seed 1 on",
                "70,000 operations at random by 4 threads at the same time, seed 1");
        assertEquals(inDepth, random(contract.thorough()));
        assertEquals(inDepth, random(contract.thorough().thorough()));
        System.setProperty(AllocatorContract.THOROUGH_PROPERTY, "true");
        assertEquals(inDepth, random(contract));
        assertEquals(inDepth, random(contract.thorough()));
    }

    @Test
    void systemPropertiesOverrideOptions() {
        System.setProperty(AllocatorContract.OPERATIONS_PROPERTY, "5000");
        System.setProperty(AllocatorContract.SEED_PROPERTY, "99");
        assertEquals(
                List.of(
                        "5,000 operations at random, from seed 99 on",
                        "5,000 operations at random by 4 threads at the same time, seed 99"),
                random(AllocatorContract.of(CHeapAllocator.class).operations(7).seed(7)));
    }

    @Test
    void invalidOptionsAreRefused() {
        AllocatorContract contract = AllocatorContract.of(CHeapAllocator.class);
        assertEquals("operations is less than 1: 0", refusal(() -> contract.operations(0)));
        assertEquals("threads is less than 2: 1", refusal(() -> contract.threads(1)));
        assertEquals("patience is less than 1: 0", refusal(() -> contract.patience(Duration.ZERO)));
        assertEquals("maximumSize is less than 1: -1", refusal(() -> contract.maximumSize(-1)));
        assertEquals("limit is less than 65536: 65535", refusal(() -> contract.limit(65_535)));
        System.setProperty(AllocatorContract.SEED_PROPERTY, "abc");
        assertEquals("heapwright.testkit.seed is not a whole number: abc", refusal(contract::stream));
        System.clearProperty(AllocatorContract.SEED_PROPERTY);
        System.setProperty(AllocatorContract.OPERATIONS_PROPERTY, "0");
        assertEquals("heapwright.testkit.operations is less than 1: 0", refusal(contract::stream));
    }

    private static String refusal(Executable executable) {
        return String.valueOf(
                assertThrows(IllegalArgumentException.class, executable).getMessage());
    }

    private static List<String> names(AllocatorContract contract) {
        return contract.stream().map(DynamicNode::getDisplayName).toList();
    }

    private static List<String> random(AllocatorContract contract) {
        return names(contract).stream()
                .filter(name -> name.contains("at random"))
                .toList();
    }
}
