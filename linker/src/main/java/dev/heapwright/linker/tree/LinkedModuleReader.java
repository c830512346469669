package dev.heapwright.linker.tree;

import dev.heapwright.core.link.Artifact;
import dev.heapwright.core.link.Closure;
import dev.heapwright.core.link.Decision;
import dev.heapwright.core.link.ImposedAllocators;
import dev.heapwright.core.link.Linker;
import dev.heapwright.diagnostic.Diagnostic;
import dev.heapwright.diagnostic.DiagnosticException;
import dev.heapwright.linker.artifact.ArtifactReader;
import dev.heapwright.linker.artifact.ClosureReader;
import dev.heapwright.linker.artifact.DuplicateAllocator;
import dev.heapwright.linker.artifact.PassedOverReader;
import dev.heapwright.linker.artifact.ShadowedClasses;
import dev.heapwright.linker.bind.Binder;
import dev.heapwright.linker.bind.StartedLibrary;
import dev.heapwright.linker.build.BuildCache;
import dev.heapwright.linker.build.BuildModule;
import dev.heapwright.linker.build.OtherArtifacts;
import dev.heapwright.linker.build.ResolvedClasspath;
import dev.heapwright.linker.glue.Glue;
import dev.heapwright.linker.source.Sources;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Determines what a module is bound to, or would be, without changing anything: nothing is generated, and what a
 * {@link Binder} would throw is recorded.
 *
 * @param module the module
 * @param classpath what it runs with
 * @param others what else its build knows of
 * @param linker makes the decision
 * @param cache of the build
 */
public record LinkedModuleReader(
        BuildModule module, ResolvedClasspath classpath, OtherArtifacts others, Linker linker, BuildCache cache) {
    /**
     * Creates one for a build that knows of no other artifacts.
     *
     * @param module the module
     * @param classpath what it runs with
     * @param linker makes the decision
     * @param cache of the build
     */
    public LinkedModuleReader(BuildModule module, ResolvedClasspath classpath, Linker linker, BuildCache cache) {
        this(module, classpath, OtherArtifacts.NONE, linker, cache);
    }

    /**
     * {@return the module, with everything that it runs with}
     *
     * @param known problems of the module that are already known
     * @throws DiagnosticException if an artifact can no longer be read
     * @throws IOException if a class file can no longer be read
     */
    public LinkedModule read(List<Diagnostic> known) throws DiagnosticException, IOException {
        List<Diagnostic> problems = new ArrayList<>();
        Artifact self = self(problems);
        DuplicateAllocator.problem(self).ifPresent(problems::add);
        problems.addAll(known);
        ClosureReader.Reading reading = new ClosureReader(cache).readLeniently(classpath, self);
        problems.addAll(reading.problems());
        Closure closure = reading.closure();
        Decision decision = problems.isEmpty()
                ? new ShadowedClasses(reading.contents(), List.of(), closure, linker.dialect())
                        .judge(linker.decide(closure), Glue.nameFor(module.coordinates()))
                : new Decision.Refuse(problems);
        return new LinkedModule(
                module.kind(),
                module.release(),
                closure,
                decision,
                warnings(closure),
                new PassedOverReader(others, cache).read(module.kind().kind(), decision, reading));
    }

    private List<Diagnostic> warnings(Closure closure) {
        List<Diagnostic> warnings = new ArrayList<>(StartedLibrary.warnings(module, closure, linker.dialect()));
        warnings.addAll(ImposedAllocators.warnings(closure, module.kind().kind(), module.passedOn(), linker.dialect()));
        return warnings;
    }

    /** The compiled classes, if there are any, but with the allocators that are now in the sources. */
    private Artifact self(List<Diagnostic> problems) {
        Artifact compiled = Artifact.of(module.coordinates());
        try {
            // Its glue is that of an earlier build.
            compiled = ArtifactReader.read(module.classes(), compiled.coordinates())
                    .withoutBindings();
        } catch (DiagnosticException e) {
            problems.addAll(e.diagnostics());
        }
        Sources sources = Sources.read(module.sourceRoots(), module.encoding());
        return sources.allocators().allocators().isEmpty()
                ? compiled
                : Binder.withAllocators(compiled, sources, module.release());
    }
}
