package dev.heapwright.linker.artifact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.heapwright.core.name.Coordinates;
import dev.heapwright.diagnostic.DiagnosticException;
import dev.heapwright.linker.build.ResolvedClasspath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ListedClasspathTest {
    private static final Coordinates APP = new Coordinates("com.acme", "app", "1.0");
    private static final Coordinates IO = new Coordinates("com.acme", "io", "2.1");
    private static final Coordinates POOL = new Coordinates("com.acme", "pool", "1.2", "linux");
    private static final String ARTIFACTS = "com.acme:io:2.1=lib/io.jar\n\n com.acme:pool:1.2:linux = lib/a=b.jar \n";

    @TempDir
    private Path folder;

    @Test
    void theModuleDependsOnAllThatIsListedIfNoMoreIsKnown() throws Exception {
        Path classes = Path.of("classes");
        ResolvedClasspath classpath =
                new ListedClasspath(Optional.of(file(ARTIFACTS)), List.of(classes), Optional.empty()).read(APP);
        Coordinates unnamed = new Coordinates("file", "classes", "unknown");
        assertEquals(
                List.of(
                        new ResolvedClasspath.Entry(IO, Path.of("lib/io.jar")),
                        new ResolvedClasspath.Entry(POOL, Path.of("lib/a=b.jar")),
                        new ResolvedClasspath.Entry(unnamed, classes)),
                classpath.artifacts());
        assertEquals(
                Map.of(APP, Set.of(IO, POOL, unnamed)),
                classpath.dependencies().graph().edges());
    }

    @Test
    void dependenciesAreAsListed() throws Exception {
        Path artifacts = file(ARTIFACTS);
        Path dependencies = Files.writeString(folder.resolve("dependencies"), """
                com.acme:app:1.0 -> com.acme:io:2.1
                com.acme:io:2.1->com.acme:pool:1.2:linux
                """);
        assertEquals(
                Map.of(APP, Set.of(IO), IO, Set.of(POOL)),
                new ListedClasspath(Optional.of(artifacts), List.of(), Optional.of(dependencies))
                        .read(APP)
                        .dependencies()
                        .graph()
                        .edges());
    }

    @Test
    void aMalformedArtifactIsRefusedWithItsLine() throws Exception {
        Path list = file("com.acme:io:2.1=io.jar\ncom.acme:pool:1.2\n");
        assertEquals("""
                [Heapwright/InvalidConfiguration] 'com.acme:pool:1.2' is not of the form GROUP:NAME:VERSION=PATH
                    at %s:2:1
                  help: list one artifact or dependency on each line; after its version, an artifact may have :CLASSIFIER
                  more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=InvalidConfiguration""".formatted(list), message(new ListedClasspath(Optional.of(list), List.of(), Optional.empty())));
        assertEquals(
                "[Heapwright/InvalidConfiguration] 'pool=pool.jar' is not of the form GROUP:NAME:VERSION=PATH",
                message(new ListedClasspath(Optional.of(file("pool=pool.jar")), List.of(), Optional.empty()))
                        .lines()
                        .findFirst()
                        .orElseThrow());
    }

    @Test
    void aMalformedDependencyIsRefused() throws Exception {
        for (String line : List.of("com.acme:app:1.0 -> io", "app -> com.acme:io:2.1", "com.acme:app:1.0")) {
            assertEquals(
                    "[Heapwright/InvalidConfiguration] '" + line
                            + "' is not of the form GROUP:NAME:VERSION->GROUP:NAME:VERSION",
                    message(new ListedClasspath(Optional.empty(), List.of(), Optional.of(file(line))))
                            .lines()
                            .findFirst()
                            .orElseThrow());
        }
    }

    @Test
    void whatNoFileCanBeCalledIsRefused() throws Exception {
        assertEquals(
                "[Heapwright/InvalidConfiguration] 'com.acme:io:2.1=a?.jar' is not of the form GROUP:NAME:VERSION=PATH",
                message(new ListedClasspath(Optional.of(file("com.acme:io:2.1=a\0.jar")), List.of(), Optional.empty()))
                        .lines()
                        .findFirst()
                        .orElseThrow());
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("list"), text);
    }

    private static String message(ListedClasspath list) {
        return String.valueOf(
                assertThrows(DiagnosticException.class, () -> list.read(APP)).getMessage());
    }
}
