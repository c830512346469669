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
     * @param contents of the others, in the order of the class path
     * @param problems all that is wrong in all of these artifacts
     */
    public record Reading(Closure closure, List<ArtifactContents> contents, List<Diagnostic> problems) {
        /** Copies the lists. */
        public Reading {
            contents = List.copyOf(contents);
            problems = List.copyOf(problems);
        }
    }

    /**
     * Reads them.
     *
     * @param classpath what runs with the module
     * @param module what is known of the module's own classes
     * @return all of them, without problems
     * @throws DiagnosticException if artifacts cannot be read or say what is not so; with all that is wrong in all of them
     */
    public Reading read(ResolvedClasspath classpath, Artifact module) throws DiagnosticException {
        Reading reading = readLeniently(classpath, module);
        DiagnosticException.throwIfAny(reading.problems());
        return reading;
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
        List<ArtifactContents> contents = new ArrayList<>();
        List<Diagnostic> problems = new ArrayList<>();
        for (ResolvedClasspath.Entry entry : classpath.artifacts()) {
            try {
                ArtifactContents read = artifacts.contents(entry.location(), entry.coordinates());
                contents.add(read);
                dependencies.add(read.artifact());
            } catch (DiagnosticException e) {
                problems.addAll(e.diagnostics());
                dependencies.add(Artifact.of(entry.coordinates()));
            }
        }
        return new Reading(new Closure(module, dependencies, classpath.dependencies()), contents, problems);
    }
}
