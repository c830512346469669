package dev.heapwright.maven.project;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.ArtifactProperties;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.repository.LocalArtifactRequest;
import org.eclipse.aether.repository.LocalRepositoryManager;
import org.eclipse.aether.repository.WorkspaceReader;
import org.jspecify.annotations.Nullable;

/**
 * The artifacts that are there without a download: modules of the build, and what is in the local repository. Their POMs are
 * read as texts, each once in a build, to find out cheaply what is worth a closer look.
 */
final class LocalArtifacts {
    /** Of heapwright-annotations and heapwright-allocators: an artifact with an allocator depends on one of them. */
    private static final String ALLOCATOR = "heapwright-a";

    private final RepositorySystemSession session;
    private final Poms poms;

    LocalArtifacts(RepositorySystemSession session) {
        this.session = session;
        this.poms = new SessionCache(session.getData()).get(Poms.class, Poms::new);
    }

    /** What was found in the POMs of a session, kept with it. */
    private static final class Poms {
        private final ConcurrentMap<String, Pom> byId = new ConcurrentHashMap<>();
    }

    /**
     * What a POM says.
     *
     * @param allocator whether the artifact may have an allocator
     * @param withholds whether it may have dependencies that it does not pass on
     */
    private record Pom(boolean allocator, boolean withholds) {}

    /** {@return where an artifact is, if it is there} */
    Optional<Path> file(Artifact artifact) {
        @Nullable String system = artifact.getProperty(ArtifactProperties.LOCAL_PATH, null);
        if (system != null) {
            return Optional.of(Path.of(system)).filter(Files::exists);
        }
        return inWorkspace(artifact).or(() -> inRepository(artifact));
    }

    /** {@return whether an artifact may have an allocator, going by its POM} */
    boolean mayHaveAllocator(Artifact artifact) {
        return artifact.getProperty(ArtifactProperties.LOCAL_PATH, null) != null
                || pom(artifact).filter(Pom::allocator).isPresent();
    }

    /** {@return whether an artifact of that name may have an allocator, in any version that is there} */
    boolean mayHaveAllocator(String groupId, String artifactId) {
        return versions(groupId, artifactId).stream()
                .anyMatch(version -> mayHaveAllocator(new DefaultArtifact(groupId, artifactId, "jar", version)));
    }

    /** {@return whether an artifact may have dependencies that it does not pass on, going by its POM} */
    boolean mayWithhold(Artifact artifact) {
        return pom(artifact).filter(Pom::withholds).isPresent();
    }

    private List<String> versions(String groupId, String artifactId) {
        Artifact any = new DefaultArtifact(groupId, artifactId, "pom", "0");
        Optional<List<String>> built = workspace().map(reader -> reader.findVersions(any));
        if (built.isPresent() && !built.get().isEmpty()) {
            return built.get();
        }
        try (Stream<Path> versions = Files.list(path(any).resolve("../..").normalize())) {
            return versions.map(folder -> folder.getFileName().toString()).toList();
        } catch (IOException e) {
            // There are none.
            return List.of();
        }
    }

    private Optional<Pom> pom(Artifact artifact) {
        Artifact pom =
                new DefaultArtifact(artifact.getGroupId(), artifact.getArtifactId(), "pom", artifact.getBaseVersion());
        @Nullable Pom known = poms.byId.get(pom.toString());
        if (known != null) {
            return Optional.of(known);
        }
        Optional<Pom> read = file(pom).flatMap(LocalArtifacts::read);
        read.ifPresent(each -> poms.byId.put(pom.toString(), each));
        return read;
    }

    private static Optional<Pom> read(Path file) {
        try {
            Predicate<String> has = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)::contains;
            return Optional.of(
                    new Pom(has.test(ALLOCATOR), has.test("<optional>") || has.test("<scope>provided</scope>")));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private Optional<Path> inWorkspace(Artifact artifact) {
        return workspace()
                .flatMap(reader -> Optional.<@Nullable File>ofNullable(reader.findArtifact(artifact)))
                .map(File::toPath);
    }

    private Optional<WorkspaceReader> workspace() {
        return Optional.ofNullable(session.getWorkspaceReader());
    }

    private Optional<Path> inRepository(Artifact artifact) {
        LocalRepositoryManager repository = session.getLocalRepositoryManager();
        // What was not downloaded from the module's own repositories counts, too: it is not used, but looked at.
        @Nullable
        File file = repository
                .find(session, new LocalArtifactRequest(artifact, List.of(), null))
                .getFile();
        return Optional.ofNullable(file).map(File::toPath).filter(Files::isRegularFile);
    }

    private Path path(Artifact artifact) {
        LocalRepositoryManager repository = session.getLocalRepositoryManager();
        return repository.getRepository().getBasedir().toPath().resolve(repository.getPathForLocalArtifact(artifact));
    }
}
