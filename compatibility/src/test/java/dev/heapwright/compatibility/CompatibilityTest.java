package dev.heapwright.compatibility;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The public API is the one that is recorded in the folder {@code api}; a change is made on purpose. */
class CompatibilityTest {
    private static final Path ROOT = Path.of(System.getProperty("basedir", ""), "..");
    private static final Path RECORDED = ROOT.resolve("compatibility/api");

    /** Nothing is compiled against libraries, choices and the processor. */
    private static final Set<String> WITHOUT_API =
            Set.of("natives", "system", "jemalloc", "mimalloc", "processor", "netty-default", "arrow-memory-core");

    private static final String REFRESH =
            "mvn test -pl compatibility -am -Dtest=CompatibilityTest -Dsurefire.failIfNoSpecifiedTests=false -Dgolden=refresh";

    @Test
    void theApiIsTheRecordedOne() throws IOException {
        Map<String, List<String>> modules = api();
        if ("refresh".equals(System.getProperty("golden"))) {
            record(modules);
        }
        StringBuilder changes = new StringBuilder();
        for (Map.Entry<String, List<String>> module : modules.entrySet()) {
            Path file = file(module.getKey());
            List<String> recorded = Files.exists(file) ? Files.readAllLines(file) : List.of();
            ApiChange change = ApiChange.between(recorded, module.getValue());
            if (!change.isEmpty()) {
                changes.append(module.getKey()).append(":\n");
                change.incompatible()
                        .forEach(line ->
                                changes.append("  incompatible: ").append(line).append('\n'));
                change.added()
                        .forEach(line -> changes.append("  new: ").append(line).append('\n'));
            }
        }
        assertTrue(
                changes.isEmpty(),
                () -> changes + "if that is intended, record it, and review it with git diff:\n" + REFRESH);
    }

    @Test
    void noModuleIsGone() throws IOException {
        try (Stream<Path> files = Files.list(RECORDED)) {
            assertEquals(
                    files.collect(Collectors.toSet()),
                    modules().stream().map(CompatibilityTest::file).collect(Collectors.toSet()));
        }
    }

    @Test
    void whatProgramsCompileAgainstIsAmongThem() throws IOException {
        assertEquals(modules(), api().keySet());
    }

    private static Map<String, List<String>> api() throws IOException {
        return ModuleApi.ofClassPath(modules());
    }

    /** {@return the Java modules of the artifacts in the BOM} */
    private static Set<String> modules() throws IOException {
        Pattern artifact = Pattern.compile("<artifactId>heapwright-(?!bom)([^<]+)");
        return artifact.matcher(Files.readString(ROOT.resolve("bom/pom.xml")))
                .results()
                .map(each -> each.group(1))
                .filter(name -> !WITHOUT_API.contains(name))
                .map(name -> "dev.heapwright." + name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static void record(Map<String, List<String>> modules) throws IOException {
        Files.createDirectories(RECORDED);
        for (Map.Entry<String, List<String>> module : modules.entrySet()) {
            Files.write(file(module.getKey()), module.getValue());
        }
    }

    private static Path file(String module) {
        return RECORDED.resolve(module + ".txt");
    }
}
