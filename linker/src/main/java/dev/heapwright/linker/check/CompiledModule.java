package dev.heapwright.linker.check;

import dev.heapwright.core.link.Artifact;
import dev.heapwright.core.link.Closure;
import dev.heapwright.core.link.Decision;
import dev.heapwright.core.link.Linker;
import dev.heapwright.diagnostic.Diagnostic;
import dev.heapwright.diagnostic.DiagnosticException;
import dev.heapwright.linker.artifact.ArtifactContents;
import dev.heapwright.linker.artifact.ArtifactReader;
import dev.heapwright.linker.artifact.ClosureReader;
import dev.heapwright.linker.build.BuildCache;
import dev.heapwright.linker.build.BuildModule;
import dev.heapwright.linker.build.ResolvedClasspath;
import dev.heapwright.linker.packaged.FinalJar;
import dev.heapwright.linker.packaged.PackageCheck;
import dev.heapwright.linker.packaged.PackagedJar;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What was compiled and packaged of a module. What rules ask for is read once, when the first one asks. */
final class CompiledModule {
    private final BuildModule module;
    private final ResolvedClasspath classpath;
    private final Linker linker;
    private final List<FinalJar> jars;
    private final BuildCache cache;
    private final ArtifactContents self;
    private @Nullable AllocatorCode allocatorCode;
    private ClosureReader.@Nullable Reading reading;
    private @Nullable Decision decision;
    private @Nullable List<PackagedJar> packaged;

    /**
     * Reads the module's own classes.
     *
     * @throws DiagnosticException if a marker says what is not so, or glue was not compiled
     */
    CompiledModule(
            BuildModule module, ResolvedClasspath classpath, Linker linker, List<FinalJar> jars, BuildCache cache)
            throws DiagnosticException {
        this.module = module;
        this.classpath = classpath;
        this.linker = linker;
        this.jars = jars;
        this.cache = cache;
        // Its marker would be found to name a class that does not exist.
        Optional<Diagnostic> uncompiled = UncompiledGlue.ofSource(module, linker.dialect());
        if (uncompiled.isPresent()) {
            throw new DiagnosticException(List.of(uncompiled.get()));
        }
        this.self = ArtifactReader.contents(module.classes(), module.coordinates());
    }

    BuildModule module() {
        return module;
    }

    ResolvedClasspath classpath() {
        return classpath;
    }

    Linker linker() {
        return linker;
    }

    BuildCache cache() {
        return cache;
    }

    /** {@return what its own classes are} */
    Artifact self() {
        return self.artifact();
    }

    /** {@return its class folder, and what runs with it, in the order of the class path} */
    List<ResolvedClasspath.Entry> program() {
        return Stream.concat(
                        Stream.of(new ResolvedClasspath.Entry(module.coordinates(), module.classes())),
                        classpath.artifacts().stream())
                .toList();
    }

    /** {@return what its allocator's code reaches, in its class folder and what runs with it} */
    AllocatorCode allocatorCode() throws IOException {
        if (allocatorCode == null) {
            allocatorCode = AllocatorCode.follow(program(), module.coordinates(), List.of(self()));
        }
        return allocatorCode;
    }

    private ClosureReader.Reading reading() throws DiagnosticException {
        if (reading == null) {
            reading = new ClosureReader(cache).read(classpath, self());
        }
        return reading;
    }

    Closure closure() throws DiagnosticException {
        return reading().closure();
    }

    /** {@return what its class folder has, and what runs with it, in the order of the class path} */
    List<ArtifactContents> contents() throws DiagnosticException {
        return Stream.concat(Stream.of(self), reading().contents().stream()).toList();
    }

    Decision decision() throws DiagnosticException {
        if (decision == null) {
            decision = linker.decide(closure());
        }
        return decision;
    }

    PackageCheck packageCheck() throws DiagnosticException {
        return new PackageCheck(module.coordinates(), decision(), linker.dialect());
    }

    /** {@return the files of its final jars} */
    List<Path> jars() {
        return jars.stream().map(FinalJar::file).toList();
    }

    /** {@return whether there are jars to check} */
    boolean isPackaged() {
        return !jars.isEmpty();
    }

    List<PackagedJar> packaged() throws DiagnosticException {
        if (packaged == null) {
            packaged = packageCheck().read(jars);
        }
        return packaged;
    }
}
