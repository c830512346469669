package dev.heapwright.linker.build;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.heapwright.core.link.DependencyGraph;
import dev.heapwright.core.name.Coordinates;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ResolvedClasspathTest {
    @Test
    void anArtifactIsWhereItsClassifierIsInAnyVersion() {
        ResolvedClasspath classpath = new ResolvedClasspath(
                List.of(
                        new ResolvedClasspath.Entry(coordinates("1.2", "linux"), Path.of("linux.jar")),
                        new ResolvedClasspath.Entry(coordinates("1.2", ""), Path.of("pool.jar"))),
                new DependencyGraph(Map.of()));
        assertEquals(Optional.of(Path.of("pool.jar")), classpath.locate(coordinates("1.3", "")));
        assertEquals(Optional.of(Path.of("linux.jar")), classpath.locate(coordinates("1.3", "linux")));
        assertEquals(Optional.empty(), classpath.locate(coordinates("1.2", "windows")));
    }

    private static Coordinates coordinates(String version, String classifier) {
        return new Coordinates("com.acme", "pool", version, classifier);
    }
}
