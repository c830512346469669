package dev.heapwright.arrow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.arrow.memory.ArrowBuf;
import org.apache.arrow.memory.RootAllocator;
import org.junit.jupiter.api.Test;

/**
 * Arrow does not look for a manager on the class path. The build runs this test twice: where there is none, which
 * everybody else's allocators would end with, and where both of Arrow's are.
 */
class NoOtherManagerTest {
    /** A program in a JVM of its own, as Arrow looks once at most. */
    static final class Program {
        private Program() {}

        public static void main(String[] arguments) {
            try (RootAllocator root = HeapAllocators.root();
                    ArrowBuf buffer = root.buffer(64);
                    RootAllocator byDefault = new RootAllocator();
                    ArrowBuf another = byDefault.buffer(64)) {
                System.out.println("allocated " + (buffer.capacity() + another.capacity()));
            }
        }
    }

    @Test
    void noneIsLookedForAndNoneIsLoaded() throws IOException, InterruptedException {
        String manager = "org/apache/arrow/memory/unsafe/UnsafeAllocationManager.class";
        boolean beside = getClass().getClassLoader().getResource(manager) != null;
        String type = System.getProperty("arrow.allocation.manager.type", "");
        assertEquals(beside ? "Netty" : "", type, "how the build runs this");
        List<String> loaded = new ArrayList<>();
        String allocated = "";
        for (String line :
                run("-Darrow.allocation.manager.type=" + type).lines().toList()) {
            if (line.startsWith("allocated ")) {
                allocated = line;
            } else if (line.matches(".*org\\.apache\\.arrow\\.memory\\.(CheckAllocator|unsafe\\.|netty\\.).*")) {
                loaded.add(line);
            }
        }
        assertEquals("allocated 128", allocated);
        assertEquals(List.of(), loaded);
    }

    private static String run(String option) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--add-opens=java.base/java.nio=ALL-UNNAMED",
                        "-Xlog:class+load",
                        option,
                        "-classpath",
                        Objects.requireNonNull(System.getProperty("java.class.path")),
                        Program.class.getName())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), output);
        return output;
    }
}
