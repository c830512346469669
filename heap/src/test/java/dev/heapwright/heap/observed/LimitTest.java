package dev.heapwright.heap.observed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.heapwright.testing.JvmResult;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens when a program has as many bytes as it may have. */
class LimitTest {
    private static final String FILL = """
            static long fill(int size) {
                long bytes = 0;
                try {
                    while (true) {
                        Heap.allocate(size, 8);
                        bytes += size;
                    }
                } catch (OutOfMemoryError e) {
                    message = e.getMessage();
                    return bytes;
                }
            }

            static volatile String message;
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it.
    Path folder;

    @Test
    void theErrorNamesTheLimitOfTheBuild() throws Exception {
        assertEquals("""
                [Heapwright/HeapExhausted] com.acme.Malloc could not allocate 1000 bytes aligned to 8
                  help: free unused blocks, or give the process more memory; existing blocks are intact
                        the limit 1m of this program (-Dheapwright.limit) is 1048576 bytes, of which 1048000 are in use
                  more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=HeapExhausted""", filled("1m", 1000));
    }

    @Test
    void aLimitAtTheStartReplacesThatOfTheBuild() throws Exception {
        assertTrue(
                filled("1m", 16, "-Dheapwright.limit=64k")
                        .contains(
                                "the limit 64k of this program (-Dheapwright.limit) is 65536 bytes, of which 65536 are in use"));
        assertTrue(filled("", 16, "-Dheapwright.limit=64k").contains("limit 64k"));
    }

    @Test
    void theLimitCanBeSwitchedOffAtTheStart() throws Exception {
        JvmResult result = ObservedProgram.run(folder, "1k", FILL + """
                public static void main(String[] arguments) {
                    System.out.print(Heap.allocate(4096, 8) != 0);
                }
                """, "-Dheapwright.limit=off");
        assertEquals("true", result.output());
    }

    @Test
    void aBlockThatIsFreedMakesRoom() throws Exception {
        assertEquals("1000000 true 999000", run("1000000", """
                long first = Heap.allocate(1000, 8);
                long bytes = 1000 + fill(1000);
                Heap.deallocate(first, 1000, 8);
                long again = Heap.allocate(1000, 8);
                Heap.deallocate(again, 1000, 8);
                System.out.print(bytes + " " + (again != 0) + " " + observed().counts().liveBytes());
                """));
    }

    @Test
    void onlyWhatABlockGrowsByNeedsRoom() throws Exception {
        assertEquals("950000 true", run("1000000", """
                long block = Heap.allocate(900000, 8);
                block = Heap.reallocate(block, 900000, 950000, 8);
                boolean refused = false;
                try {
                    Heap.reallocate(block, 950000, 1000001, 8);
                } catch (OutOfMemoryError e) {
                    refused = true;
                }
                System.out.print(observed().counts().liveBytes() + " " + refused);
                """));
    }

    @Test
    void aBlockMayShrinkAtTheLimit() throws Exception {
        assertEquals("999992", run("1000000", """
                long block = Heap.allocate(1000000, 8);
                Heap.reallocate(block, 1000000, 999992, 8);
                System.out.print(observed().counts().liveBytes());
                """));
    }

    @Test
    void allThreadsTogetherGetTheLastByteAndNoneAbove() throws Exception {
        assertEquals("10000000", run("10000000", """
                Thread[] threads = new Thread[4];
                for (int i = 0; i < threads.length; i++) {
                    threads[i] = new Thread(() -> fill(16));
                    threads[i].start();
                }
                for (Thread thread : threads) {
                    thread.join();
                }
                System.out.print(observed().counts().liveBytes());
                """));
    }

    @Test
    void whatAnotherThreadWasGrantedInAdvanceIsTakenBack() throws Exception {
        assertEquals("10000000", run("10000000", """
                Thread other = new Thread(() -> Heap.allocate(16, 8));
                other.start();
                other.join();
                System.out.print(16 + fill(16));
                """));
    }

    @Test
    void aLimitThatIsNoNumberOfBytesIsReportedByTheFirstCall() throws Exception {
        JvmResult result = ObservedProgram.run(folder, "", FILL + """
                public static void main(String[] arguments) {
                    Heap.allocate(16, 8);
                }
                """, "-Dheapwright.limit=512mb");
        assertTrue(result.errors().startsWith("""
                Exception in thread "main" java.lang.IllegalArgumentException: \
                [Heapwright/InvalidConfiguration] -Dheapwright.limit=512mb is not a number of bytes greater than 0; \
                did you mean 512m?
                  help: say off, or a number of bytes such as 64k, 512m or 1g
                """), result.errors());
    }

    private String filled(String limit, int size, String... options) throws Exception {
        JvmResult result =
                ObservedProgram.run(folder, limit, FILL + """
                public static void main(String[] arguments) {
                    fill(SIZE);
                    System.out.print(message);
                }
                """.replace("SIZE", String.valueOf(size)), options);
        assertEquals("", result.errors());
        return result.output();
    }

    private String run(String limit, String body) throws Exception {
        JvmResult result = ObservedProgram.run(
                folder,
                limit,
                FILL + "public static void main(String[] arguments) throws Exception {\n" + body + "}\n");
        assertEquals("", result.errors());
        return result.output();
    }
}
