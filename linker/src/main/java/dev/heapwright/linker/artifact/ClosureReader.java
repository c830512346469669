package dev.heapwright.linker.artifact;

import dev.heapwright.core.link.Artifact;
import dev.heapwright.core.link.Closure;
import dev.heapwright.diagnostic.Diagnostic;
import dev.heapwright.diagnostic.DiagnosticException;
import dev.heapwright.linker.build.BuildCache;
import dev.heapwright.linker.build.ResolvedClasspath;
import java.util.ArrayList;
import java.util.List;

/** Reads the artifacts that a module runs with. */
public final class ClosureReader {
    private final ArtifactCache artifacts;

    /**
     * Makes a reader.
     *
     * @param cache of the build
     */
    public ClosureReader(BuildCache cache) {
        this.artifacts = ArtifactCache.of(cache);
    }

    /**
     * What could be read.
     *
     * @param closure in which nothing is known of an artifact that cannot be read, or says what is not so
     * @param problems all that is wrong in all of these artifacts
     */
    public record Reading(Closure closure, List<Diagnostic> problems) {}

    /**
     * Reads them.
     *
     * @param classpath what runs with the module
     * @param module what is known of the module's own classes
     * @return the closure
     * @throws DiagnosticException if artifacts cannot be read or say what is not so; with all that is wrong in all of them
     */
    public Closure read(ResolvedClasspath classpath, Artifact module) throws DiagnosticException {
        Reading reading = readLeniently(classpath, module);
        DiagnosticException.throwIfAny(reading.problems());
        return reading.closure();
    }

    /**
     * Reads them to show them, whatever is wrong with them.
     *
     * @param classpath what runs with the module
     * @param module what is known of the module's own classes
     * @return what could be read
     */
    public Reading readLeniently(ResolvedClasspath classpath, Artifact module) {
        List<Artifact> dependencies = new ArrayList<>();
        List<Diagnostic> problems = new ArrayList<>();
        for (ResolvedClasspath.Entry entry : classpath.artifacts()) {
            try {
                dependencies.add(artifacts.read(entry.location(), entry.coordinates()));
            } catch (DiagnosticException e) {
                problems.addAll(e.diagnostics());
                dependencies.add(Artifact.of(entry.coordinates()));
            }
        }
        return new Reading(new Closure(module, dependencies, classpath.dependencies()), List.copyOf(problems));
    }
}
