package dev.heapwright.linker.build;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.heapwright.core.link.DependencyGraph;
import dev.heapwright.core.name.Coordinates;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

    @Test
    void locationsAreInTheOrderOfTheClassPath() {
        ResolvedClasspath classpath = new ResolvedClasspath(
                List.of(
                        new ResolvedClasspath.Entry(coordinates("1.2", ""), Path.of("z.jar")),
                        new ResolvedClasspath.Entry(coordinates("1.2", "linux"), Path.of("a.jar"))),
                new DependencyGraph(Map.of()));
        assertEquals(List.of(Path.of("z.jar"), Path.of("a.jar")), classpath.locations());
    }

    @Test
    void directDependenciesHaveNoVersion() {
        Coordinates app = new Coordinates("com.acme", "app", "1.0");
        ResolvedClasspath classpath =
                new ResolvedClasspath(List.of(), new DependencyGraph(Map.of(app, Set.of(coordinates("1.2", "")))));
        assertEquals(Set.of("com.acme:pool"), classpath.direct(app));
        assertEquals(Set.of(), classpath.direct(coordinates("1.2", "")));
    }

    private static Coordinates coordinates(String version, String classifier) {
        return new Coordinates("com.acme", "pool", version, classifier);
    }
}
