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
import dev.heapwright.core.name.Coordinates;
import dev.heapwright.maven.artifact.ArtifactReader;
import dev.heapwright.maven.artifact.OneAllocatorCheck;
import dev.heapwright.maven.project.ClassFolders;
import dev.heapwright.maven.project.ClosureReader;
import dev.heapwright.maven.project.DeclaredDependencies;
import dev.heapwright.maven.project.DependencyInjection;
import dev.heapwright.maven.project.DetectedKind;
import dev.heapwright.maven.project.Part;
import dev.heapwright.maven.project.SourceEncoding;
import dev.heapwright.maven.source.Sources;
import dev.heapwright.maven.tree.LinkedModule;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.inject.Inject;
import javax.inject.Named;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.DependencyResolutionException;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystemSession;

/**
 * Finds out what a module is bound to, or would be, and leaves it as it is: nothing is generated, no dependency is
 * added to the build, and what {@code bind} would refuse is told instead of thrown.
 */
@Named
public final class LinkedModuleReader {
    private final Binder binder;
    private final ClosureReader closures;
    private final DependencyInjection injection;

    /**
     * For the container.
     *
     * @param binder decides
     * @param closures reads what runs with a module
     * @param injection resolves that without what was added to it
     */
    @Inject
    public LinkedModuleReader(Binder binder, ClosureReader closures, DependencyInjection injection) {
        this.binder = binder;
        this.closures = closures;
        this.injection = injection;
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
        // What the binder adds in order to decide is added to the copy.
        MavenProject module = project.clone();
        AddedDefault.of(project).ifPresent(allocator -> injection.remove(module, allocator));
        resolve(session, module);
        List<Diagnostic> problems = new ArrayList<>();
        Artifact self = self(module, linker.product().release(), problems);
        OneAllocatorCheck.problem(self).ifPresent(problems::add);
        ClassFolders.missing(build, module).forEach(missing -> problems.add(notCompiled(missing)));
        ClosureReader.Reading declared = closures.readWhatCanBe(session, module, Part.MAIN, self);
        problems.addAll(declared.problems());
        Decision decision = problems.isEmpty()
                ? decide(new Binder.Request(session, module, Part.MAIN, self, Set.of()), linker)
                : new Decision.Refuse(problems);
        Closure closure =
                closures.readWhatCanBe(session, module, Part.MAIN, self).closure();
        Set<Coordinates> added = coordinates(closure);
        added.removeAll(coordinates(declared.closure()));
        return new LinkedModule(
                kind,
                linker.product().release(),
                closure,
                added,
                decision,
                ImposedAllocators.warnings(closure, kind.kind(), DeclaredDependencies.passedOn(module)));
    }

    private Decision decide(Binder.Request request, Linker linker) {
        try {
            return binder.bind(request, linker).decision();
        } catch (RefusedException e) {
            return new Decision.Refuse(e.diagnostics());
        }
    }

    /** What was compiled, if it was, but the allocators as they are in the sources now. */
    private static Artifact self(MavenProject module, int release, List<Diagnostic> problems) {
        Artifact compiled = Artifact.of(ClosureReader.coordinates(module));
        try {
            Artifact found = ArtifactReader.read(Part.MAIN.classes(module), compiled.coordinates());
            // Glue is that of an earlier build.
            compiled = new Artifact(found.coordinates(), found.allocators(), found.needers(), List.of());
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
            injection.resolve(session, module);
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

    private static Set<Coordinates> coordinates(Closure closure) {
        return closure.artifacts().stream().map(Artifact::coordinates).collect(Collectors.toCollection(HashSet::new));
    }
}
