package dev.heapwright.maven.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.File;
import java.util.List;
import org.apache.maven.model.Build;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.repository.WorkspaceReader;
import org.eclipse.aether.repository.WorkspaceRepository;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ClassFoldersTest {
    private static final File BUILT = new File("built.jar");

    /** It finds version 1.0 of everything. */
    private static final WorkspaceReader MAVEN = new WorkspaceReader() {
        @Override
        public WorkspaceRepository getRepository() {
            return new WorkspaceRepository("maven");
        }

        @Override
        public @Nullable File findArtifact(Artifact artifact) {
            return artifact.getVersion().equals("1.0") ? BUILT : null;
        }

        @Override
        public List<String> findVersions(Artifact artifact) {
            return List.of("1.0");
        }
    };

    private final ClassFolders folders = new ClassFolders(MAVEN, List.of(module("pool", "2.0-SNAPSHOT")));

    @Test
    void anArtifactThatMavenFindsIsUsed() {
        assertEquals(BUILT, find("com.acme:pool:1.0"));
        assertEquals(List.of("1.0"), folders.findVersions(new DefaultArtifact("com.acme:pool:1.0")));
        assertEquals("maven", folders.getRepository().getContentType());
    }

    @Test
    void otherwiseAModuleIsFoundInItsClassFolder() {
        assertEquals(new File("pool/classes"), find("com.acme:pool:2.0-SNAPSHOT"));
        assertEquals(new File("pool/classes"), find("com.acme:pool:2.0-20260102.030405-6"));
        assertEquals(new File("pool/test-classes"), find("com.acme:pool:jar:tests:2.0-SNAPSHOT"));
    }

    @Test
    void anArtifactThatIsNotInTheClassFolderIsNotFound() {
        assertNull(find("com.acme:pool:2.0"));
        assertNull(find("com.acme:other:2.0-SNAPSHOT"));
        assertNull(find("org.acme:pool:2.0-SNAPSHOT"));
        assertNull(find("com.acme:pool:war:2.0-SNAPSHOT"));
        assertNull(find("com.acme:pool:jar:sources:2.0-SNAPSHOT"));
    }

    private @Nullable File find(String coordinates) {
        return folders.findArtifact(new DefaultArtifact(coordinates));
    }

    private static MavenProject module(String name, String version) {
        MavenProject module = new MavenProject();
        module.setGroupId("com.acme");
        module.setArtifactId(name);
        module.setVersion(version);
        Build build = new Build();
        build.setOutputDirectory(name + "/classes");
        build.setTestOutputDirectory(name + "/test-classes");
        module.setBuild(build);
        return module;
    }
}
