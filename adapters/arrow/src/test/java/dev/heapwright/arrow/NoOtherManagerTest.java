package dev.heapwright.arrow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.heapwright.arrow.program.Program;
import dev.heapwright.testing.ChildJvm;
import dev.heapwright.testing.JvmResult;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Arrow does not look for a manager on the class path. The build runs this test twice: with none on the class path, and
 * with both of Arrow's and a property that selects one of them. Each program runs in its own JVM, as Arrow looks at
 * most once.
 */
class NoOtherManagerTest {
    private static final List<String> CLASS_PATH = Arrays.asList(
            Objects.requireNonNull(System.getProperty("java.class.path")).split(File.pathSeparator));
    private static final String TYPE = System.getProperty("arrow.allocation.manager.type", "");

    @BeforeAll
    static void theBuildHasBothOrNoneOfArrowsManagers() {
        assertEquals(!TYPE.isEmpty(), CLASS_PATH.stream().anyMatch(each -> each.contains("arrow-memory-unsafe")));
        assertEquals(!TYPE.isEmpty(), CLASS_PATH.stream().anyMatch(each -> each.contains("arrow-memory-netty")));
    }

    @Test
    void onTheClassPathArrowLooksForNoOther() throws IOException, InterruptedException {
        assertNoneIsLookedFor(List.of("--add-opens=java.base/java.nio=ALL-UNNAMED", "-classpath", path(CLASS_PATH)));
    }

    @Test
    void onTheModulePathArrowLooksForNoOther() throws IOException, InterruptedException {
        Map<Boolean, List<String>> modules = CLASS_PATH.stream()
                .collect(
                        Collectors.partitioningBy(
                                each -> each.matches(
                                        ".*([/\\\\]classes|heapwright-(allocators|diagnostic|heap|memory|natives)-.*|arrow-memory-core-.*|slf4j-api-.*)")));
        assertNoneIsLookedFor(List.of(
                "--add-opens=java.base/java.nio=org.apache.arrow.memory.core",
                "--add-opens=org.apache.arrow.memory.core/org.apache.arrow.memory=dev.heapwright.arrow",
                "--module-path",
                path(Objects.requireNonNull(modules.get(true))),
                "--add-modules=dev.heapwright.arrow",
                "-classpath",
                path(Objects.requireNonNull(modules.get(false)))));
    }

    private static void assertNoneIsLookedFor(List<String> options) throws IOException, InterruptedException {
        List<String> loaded = new ArrayList<>();
        String allocated = "";
        JvmResult run = ChildJvm.with("-Xlog:class+load", "-Darrow.allocation.manager.type=" + TYPE)
                .and(options.toArray(String[]::new))
                .run(Program.class);
        assertEquals(0, run.exitCode(), run.toString());
        for (String line : run.printed().lines().toList()) {
            if (line.startsWith("allocated ")) {
                allocated = line;
            } else if (line.matches(".*org\\.apache\\.arrow\\.memory\\.(CheckAllocator|unsafe\\.|netty\\.).*")) {
                loaded.add(line);
            }
        }
        assertEquals("allocated 128", allocated);
        assertEquals(List.of(), loaded);
    }

    private static String path(List<String> entries) {
        return String.join(File.pathSeparator, entries);
    }
}
