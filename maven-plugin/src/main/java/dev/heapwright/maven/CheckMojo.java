package dev.heapwright.maven;

import dev.heapwright.core.diagnostic.Diagnostic;
import dev.heapwright.core.diagnostic.RefusedException;
import dev.heapwright.core.link.Artifact;
import dev.heapwright.core.link.Closure;
import dev.heapwright.core.link.Decision;
import dev.heapwright.core.link.Linker;
import dev.heapwright.core.name.ClassName;
import dev.heapwright.core.name.Coordinates;
import dev.heapwright.core.reach.CircularDependency;
import dev.heapwright.core.reach.Reach;
import dev.heapwright.maven.artifact.ArtifactReader;
import dev.heapwright.maven.artifact.OneAllocatorCheck;
import dev.heapwright.maven.artifact.PackageCheck;
import dev.heapwright.maven.artifact.ProgramClasses;
import dev.heapwright.maven.project.ClosureReader;
import dev.heapwright.maven.project.DetectedKind;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.apache.maven.project.MavenProject;

/**
 * Checks what was compiled and packaged: that the module's markers are what its class files say, that it has one
 * allocator at most whose code needs none itself, and that it is bound as the linking rules demand, in the class folder and in the jar.
 */
@Mojo(
        name = "check",
        defaultPhase = LifecyclePhase.VERIFY,
        requiresDependencyResolution = ResolutionScope.RUNTIME,
        threadSafe = true)
public final class CheckMojo extends AbstractHeapwrightMojo {

    /** For the container. */
    public CheckMojo() {}

    @Override
    void run(MavenProject module) throws RefusedException, IOException {
        DetectedKind kind = DetectedKind.of(configuredKind(), module);
        Coordinates coordinates = ClosureReader.coordinates(module);
        Artifact self = ArtifactReader.read(Path.of(module.getBuild().getOutputDirectory()), List.of(coordinates));
        Optional<Diagnostic> duplicate = OneAllocatorCheck.problem(self);
        if (duplicate.isPresent()) {
            // Before anything is said of linking, it would have to be known which of them is meant.
            throw new RefusedException(List.of(duplicate.get()));
        }
        Closure closure = ClosureReader.read(module, self);
        Decision decision = Linker.decide(closure, kind.kind());
        if (decision instanceof Decision.Refuse refused) {
            throw new RefusedException(refused.problems());
        }
        PackageCheck check = new PackageCheck(coordinates, decision);
        List<Diagnostic> problems = new ArrayList<>(check.problems(jar(module)));
        problems.addAll(circularDependencies(module, self));
        if (!problems.isEmpty()) {
            throw new RefusedException(problems);
        }
        getLog().info("checked: " + check.summary());
    }

    /** The processor finds them with javac, in the sources; here they are found whatever the compiler was. */
    private static List<Diagnostic> circularDependencies(MavenProject module, Artifact self) throws IOException {
        List<Diagnostic> problems = new ArrayList<>();
        if (!self.allocators().isEmpty()) {
            try (ProgramClasses classes = new ProgramClasses(ClosureReader.classPath(module))) {
                for (ClassName allocator : self.allocators()) {
                    Reach.wayToNeeder(allocator.binary(), classes)
                            .map(CircularDependency::of)
                            .ifPresent(problems::add);
                }
            }
        }
        return problems;
    }

    private static Optional<Path> jar(MavenProject module) {
        File file = module.getArtifact().getFile();
        return Optional.ofNullable(file).filter(File::isFile).map(File::toPath);
    }
}
