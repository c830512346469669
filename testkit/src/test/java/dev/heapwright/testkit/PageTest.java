package dev.heapwright.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page of the user guide shows what stands in the sample. */
class PageTest {
    private static final Path SAMPLE = Path.of("../sample-projects/slab-allocator");

    @Test
    void whatItSaysToWriteStandsInTheSample() throws IOException {
        String files = Files.readString(SAMPLE.resolve("pom.xml"))
                + Files.readString(SAMPLE.resolve("src/test/java/com/example/slab/SlabAllocatorTest.java"));
        List<String> snippets = Pattern.compile("(?s)```(?:java|xml)\n(.*?)```")
                .matcher(Files.readString(Path.of("../docs/testkit.md")))
                .results()
                .map(match -> match.group(1))
                .toList();
        assertEquals(2, snippets.size());
        for (String snippet : snippets) {
            assertTrue(files.contains(snippet), snippet);
        }
    }
}
