package dev.heapwright.linker.check;

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
import dev.heapwright.linker.artifact.UnmarkedClasses;
import dev.heapwright.linker.build.BuildCache;
import dev.heapwright.linker.build.BuildLog;
import dev.heapwright.linker.build.BuildModule;
import dev.heapwright.linker.build.ResolvedClasspath;
import dev.heapwright.linker.checked.ExitReports;
import dev.heapwright.linker.checked.ReportFolder;
import dev.heapwright.linker.module.JavaModule;
import dev.heapwright.linker.module.ModulePath;
import dev.heapwright.linker.packaged.FinalJar;
import dev.heapwright.linker.packaged.NativeAccess;
import dev.heapwright.linker.packaged.PackageCheck;
import dev.heapwright.linker.packaged.PackagedJar;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Checks what was compiled and packaged, each stage only if those before it found nothing:
 *
 * <ol>
 * <li>The processor has seen what is annotated, and what the markers say is so.
 * <li>The module has one allocator at most, whose code needs none itself.
 * <li>It is bound as the {@link Linker} demands, in its module declaration and in each jar that it hands over.
 * <li>JVMs with checked glue, as those of the tests, have found nothing when they ended.
 * </ol>
 *
 * @param module the module
 * @param classpath what it runs with
 * @param linker decides
 * @param jars what it hands over
 * @param cache of the build
 * @param log where to say what was found right
 */
public record ModuleCheck(
        BuildModule module,
        ResolvedClasspath classpath,
        Linker linker,
        List<FinalJar> jars,
        BuildCache cache,
        BuildLog log) {
    /** Copies the list. */
    public ModuleCheck {
        jars = List.copyOf(jars);
    }

    /**
     * Checks it.
     *
     * @throws DiagnosticException if something is wrong
     * @throws IOException if a file cannot be read
     */
    public void run() throws DiagnosticException, IOException {
        Artifact self = ArtifactReader.read(module.classes(), module.coordinates());
        refuse(UnmarkedClasses.problems(module.classes(), self, linker.heapwright(), linker.dialect()));
        refuse(DuplicateAllocator.problem(self).stream().toList());
        new AllocatorCode(program()).refuse(List.of(self));
        Closure closure = new ClosureReader(cache).read(classpath, self);
        Decision decision = linker.decide(closure);
        if (decision instanceof Decision.Refuse refused) {
            refuse(refused.problems());
        }
        refuse(notProvided(decision));
        PackageCheck check = new PackageCheck(self.coordinates(), decision, linker.dialect());
        List<PackagedJar> packaged = check.read(jars);
        refuse(check.problems(packaged));
        log.warn(ImposedAllocators.warnings(closure, module.kind().kind(), module.passedOn(), linker.dialect()));
        if (!(decision instanceof Decision.NothingToLink)) {
            log.warn(new NativeAccess(module.release(), linker.dialect()).warnings(packaged));
        }
        refuse(foundAtExit());
        log.info("verified: " + check.summary());
    }

    /** Of the JVMs that have run tests, or anything else, in this build. */
    private List<Diagnostic> foundAtExit() throws IOException {
        ExitReports reports =
                ExitReports.read(ReportFolder.of(cache, module.folders().build()));
        reports.missing().forEach(line -> log.warn("checked glue: " + line));
        if (reports.opened() && reports.problems().isEmpty()) {
            log.info("checked glue: nothing found at exit; JVM reports: " + reports.ended());
        }
        return reports.problems();
    }

    private static void refuse(List<Diagnostic> problems) throws DiagnosticException {
        if (!problems.isEmpty()) {
            throw new DiagnosticException(problems);
        }
    }

    private List<Diagnostic> notProvided(Decision decision) throws IOException {
        Optional<JavaModule> declaration = JavaModule.in(module.classes());
        return decision instanceof Decision.Link link && declaration.isPresent()
                ? new ModulePath(module.coordinates(), classpath, cache)
                        .problem(declaration.get(), link).stream().toList()
                : List.of();
    }

    private List<Path> program() {
        return Stream.concat(Stream.of(module.classes()), classpath.locations().stream())
                .toList();
    }
}
