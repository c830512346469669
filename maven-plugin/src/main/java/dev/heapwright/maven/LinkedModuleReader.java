package dev.heapwright.maven;

import dev.heapwright.core.diagnostic.Diagnostic;
import dev.heapwright.core.diagnostic.DiagnosticId;
import dev.heapwright.core.diagnostic.Location;
import dev.heapwright.core.diagnostic.RefusedException;
import dev.heapwright.core.link.Artifact;
import dev.heapwright.core.link.Closure;
import dev.heapwright.core.link.Decision;
import dev.heapwright.core.link.ImposedAllocators;
import dev.heapwright.core.link.Linker;
import dev.heapwright.maven.artifact.ArtifactReader;
import dev.heapwright.maven.artifact.OneAllocatorCheck;
import dev.heapwright.maven.project.ClassFolders;
import dev.heapwright.maven.project.ClosureReader;
import dev.heapwright.maven.project.DeclaredDependencies;
import dev.heapwright.maven.project.DependencyResolution;
import dev.heapwright.maven.project.DetectedKind;
import dev.heapwright.maven.project.Part;
import dev.heapwright.maven.project.SourceEncoding;
import dev.heapwright.maven.source.Sources;
import dev.heapwright.maven.tree.LinkedModule;
import java.util.ArrayList;
import java.util.List;
import javax.inject.Inject;
import javax.inject.Named;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.DependencyResolutionException;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystemSession;

/**
 * Finds out what a module is bound to, or would be, and leaves it as it is: nothing is generated, and what {@code bind}
 * would refuse is told instead of thrown.
 */
@Named
public final class LinkedModuleReader {
    private final ClosureReader closures;
    private final DependencyResolution resolution;

    /**
     * For the container.
     *
     * @param closures reads what runs with a module
     * @param resolution resolves that
     */
    @Inject
    public LinkedModuleReader(ClosureReader closures, DependencyResolution resolution) {
        this.closures = closures;
        this.resolution = resolution;
    }

    /**
     * Reads a module.
     *
     * @param build which it is part of
     * @param project the module, which need not be resolved
     * @param kind what it produces
     * @param linker what decides
     * @return the module, with all that it runs with
     * @throws RefusedException if its dependencies cannot be had
     */
    LinkedModule read(MavenSession build, MavenProject project, DetectedKind kind, Linker linker)
            throws RefusedException {
        RepositorySystemSession session = ClassFolders.of(build);
        MavenProject module = project.clone();
        resolve(session, module);
        List<Diagnostic> problems = new ArrayList<>();
        Artifact self = self(module, linker.product().release(), problems);
        OneAllocatorCheck.problem(self).ifPresent(problems::add);
        ClassFolders.missing(build, module).forEach(missing -> problems.add(notCompiled(missing)));
        ClosureReader.Reading reading = closures.readWhatCanBe(session, module, Part.MAIN, self);
        problems.addAll(reading.problems());
        Closure closure = reading.closure();
        return new LinkedModule(
                kind,
                linker.product().release(),
                closure,
                problems.isEmpty() ? linker.decide(closure) : new Decision.Refuse(problems),
                ImposedAllocators.warnings(closure, kind.kind(), DeclaredDependencies.passedOn(module)));
    }

    /** What was compiled, if it was, but the allocators as they are in the sources now. */
    private static Artifact self(MavenProject module, int release, List<Diagnostic> problems) {
        Artifact compiled = Artifact.of(ClosureReader.coordinates(module));
        try {
            // Glue is that of an earlier build.
            compiled = ArtifactReader.read(Part.MAIN.classes(module), compiled.coordinates())
                    .withoutBindings();
        } catch (RefusedException e) {
            problems.addAll(e.diagnostics());
        }
        Sources sources = Sources.read(Part.MAIN.sourceRoots(module), SourceEncoding.of(module));
        return sources.allocators().allocators().isEmpty()
                ? compiled
                : AbstractBindMojo.withAllocators(compiled, sources, release);
    }

    private void resolve(RepositorySystemSession session, MavenProject module) throws RefusedException {
        try {
            resolution.resolve(session, module);
        } catch (DependencyResolutionException e) {
            throw new RefusedException(List.of(Diagnostic.error(
                            DiagnosticId.UNREADABLE_ARTIFACT,
                            "the dependencies of " + ClosureReader.coordinates(module) + " cannot be had")
                    .withDetail(String.valueOf(e.getMessage()))
                    .withHelp("make them available where Maven looks for dependencies")));
        }
    }

    private static Diagnostic notCompiled(MavenProject module) {
        return Diagnostic.error(
                        DiagnosticId.UNREADABLE_ARTIFACT,
                        ClosureReader.coordinates(module) + " is a module of this build that is not compiled")
                .at(new Location.File(Part.MAIN.classes(module).toString()))
                .withHelp("compile it before this goal, once is enough: mvn compile");
    }
}
