package dev.heapwright.maven.project;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.heapwright.linker.packaged.FinalJar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.artifact.DefaultArtifact;
import org.apache.maven.artifact.handler.DefaultArtifactHandler;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FinalJarsTest {
    @TempDir
    private Path target;

    private final MavenProject module = new MavenProject();

    @Test
    void theMainJarComesFirstAndThenThoseThatAreAttached() throws IOException {
        module.setArtifact(artifact("jar", null, "app-1.0.jar"));
        module.addAttachedArtifact(artifact("jar", "shaded", "app-1.0-shaded.jar"));
        module.addAttachedArtifact(artifact("jar", "jar-with-dependencies", "app-1.0-jar-with-dependencies.jar"));
        assertEquals(
                List.of(
                        new FinalJar(target.resolve("app-1.0.jar"), ""),
                        new FinalJar(target.resolve("app-1.0-shaded.jar"), "shaded"),
                        new FinalJar(target.resolve("app-1.0-jar-with-dependencies.jar"), "jar-with-dependencies")),
                FinalJars.of(module));
    }

    @ParameterizedTest
    @CsvSource({
        "java-source, sources",
        "jar, sources",
        "java-source, test-sources",
        "javadoc, javadoc",
        "jar, test-javadoc",
        "test-jar, tests",
        "jar, tests",
        "test-jar, fixtures",
    })
    void sourcesJavadocAndTestsAreNoPrograms(String type, String classifier) throws IOException {
        module.setArtifact(artifact("jar", null, "app-1.0.jar"));
        module.addAttachedArtifact(artifact(type, classifier, "beside.jar"));
        assertEquals(List.of(new FinalJar(target.resolve("app-1.0.jar"), "")), FinalJars.of(module));
    }

    @ParameterizedTest
    @ValueSource(strings = {"app-1.0.zip", "app-1.0.ear", "app-1.0.tar.gz", "app"})
    void whatIsNoJarIsNotLookedAt(String name) throws IOException {
        module.setArtifact(artifact("zip", null, name));
        assertEquals(List.of(), FinalJars.of(module));
    }

    @ParameterizedTest
    @ValueSource(strings = {"app-1.0.war", "app-1.0.rar", "app-1.0.hpi", "app-1.0.jpi"})
    void whatIsAJarUnderAnotherNameIs(String name) throws IOException {
        module.setArtifact(artifact("war", null, name));
        assertEquals(List.of(new FinalJar(target.resolve(name), "")), FinalJars.of(module));
    }

    @Test
    void anEarIsFoundForItself() throws IOException {
        module.setArtifact(artifact("ear", null, "shop-1.0.ear"));
        module.addAttachedArtifact(artifact("jar", "client", "client.jar"));
        assertEquals(List.of(new FinalJar(target.resolve("shop-1.0.ear"), "")), FinalJars.ears(module));
    }

    @Test
    void aModuleThatIsNotPackagedHasNone() throws IOException {
        DefaultArtifact unpackaged = artifact("jar", null, "classes.jar");
        unpackaged.setFile(null);
        module.setArtifact(unpackaged);
        assertEquals(List.of(), FinalJars.of(module));
        unpackaged.setFile(Files.createDirectory(target.resolve("folder.jar")).toFile());
        assertEquals(List.of(), FinalJars.of(module));
    }

    @Test
    void aJarThatIsAttachedAgainIsOne() throws IOException {
        module.setArtifact(artifact("jar", null, "app-1.0.jar"));
        module.addAttachedArtifact(artifact("jar", "again", "app-1.0.jar"));
        assertEquals(List.of(new FinalJar(target.resolve("app-1.0.jar"), "")), FinalJars.of(module));
    }

    private DefaultArtifact artifact(String type, @Nullable String classifier, String file) throws IOException {
        DefaultArtifact artifact = new DefaultArtifact(
                "com.acme", "app", "1.0", Artifact.SCOPE_COMPILE, type, classifier, new DefaultArtifactHandler(type));
        artifact.setFile(Files.writeString(target.resolve(file), "").toFile());
        return artifact;
    }
}
