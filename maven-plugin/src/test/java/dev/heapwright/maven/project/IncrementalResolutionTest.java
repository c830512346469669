package dev.heapwright.maven.project;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.artifact.DefaultArtifact;
import org.apache.maven.artifact.handler.DefaultArtifactHandler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IncrementalResolutionTest {
    @Test
    void whatIsAddedComesAfterWhatWasThere() {
        assertEquals(
                "index:1:compile pool:1:compile memory:1:compile",
                together(List.of(of("index:1:compile")), of("pool:1:compile"), of("memory:1:compile")));
    }

    @Test
    void whatBothHaveStaysWhereItIs() {
        assertEquals(
                "memory:1:compile index:1:compile pool:1:compile",
                together(
                        List.of(of("memory:1:compile"), of("index:1:compile")),
                        of("pool:1:compile"),
                        of("memory:1:compile")));
    }

    @Test
    void artifactsThatDifferInTheirClassifiersAreDifferentOnes() {
        Artifact linux = withClassifier("linux");
        Artifact windows = withClassifier("windows");
        assertEquals("native:1:runtime native:1:runtime", together(List.of(linux), windows));
    }

    @Test
    void ofTwoVersionsMavenHasToChoose() {
        assertEquals("from scratch", together(List.of(of("memory:2:compile")), of("memory:1:compile")));
    }

    @Test
    void anotherFileOfTheSameVersionIsLeftToMaven() {
        Artifact folder = of("memory:1:compile");
        folder.setFile(new File("memory/target/classes"));
        assertEquals("from scratch", together(List.of(folder), of("memory:1:compile")));
    }

    @Test
    void whatIsThereWithoutAFileIsLeftToMaven() {
        Artifact unresolved = of("memory:1:compile");
        unresolved.setFile(null);
        assertEquals("from scratch", together(List.of(unresolved), of("memory:1:compile")));
    }

    @ParameterizedTest
    @CsvSource({
        "compile, compile, true",
        "compile, runtime, true",
        "compile, test, true",
        "runtime, runtime, true",
        "runtime, compile, false",
        "runtime, test, true",
        "provided, compile, false",
        "provided, test, true",
        "test, compile, false",
        "test, runtime, false",
        "test, test, true",
    })
    void theScopeOfWhatIsThereHasToBeWideEnough(String there, String added, boolean enough) {
        assertEquals(
                enough ? "memory:1:" + there : "from scratch",
                together(List.of(of("memory:1:" + there)), of("memory:1:" + added)));
    }

    private static String together(List<Artifact> resolved, Artifact... found) {
        return IncrementalResolution.together(resolved, Arrays.asList(found))
                .map(all -> all.stream()
                        .map(each -> each.getArtifactId() + ":" + each.getVersion() + ":" + each.getScope())
                        .collect(Collectors.joining(" ")))
                .orElse("from scratch");
    }

    private static Artifact of(String artifact) {
        String[] parts = artifact.split(":", -1);
        return artifact(parts[0], parts[1], parts[2], Optional.empty());
    }

    private static Artifact withClassifier(String classifier) {
        return artifact("native", "1", "runtime", Optional.of(classifier));
    }

    private static Artifact artifact(String name, String version, String scope, Optional<String> classifier) {
        Artifact artifact = new DefaultArtifact(
                "com.acme", name, version, scope, "jar", classifier.orElse(null), new DefaultArtifactHandler("jar"));
        artifact.setFile(new File(name + "-" + version + ".jar"));
        return artifact;
    }
}
