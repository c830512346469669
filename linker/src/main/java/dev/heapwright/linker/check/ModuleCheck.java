package dev.heapwright.linker.check;

import dev.heapwright.core.link.Decision;
import dev.heapwright.core.link.Dialect;
import dev.heapwright.core.link.ImposedAllocators;
import dev.heapwright.core.link.Linker;
import dev.heapwright.diagnostic.Diagnostic;
import dev.heapwright.diagnostic.DiagnosticException;
import dev.heapwright.diagnostic.Severity;
import dev.heapwright.linker.artifact.DuplicateAllocator;
import dev.heapwright.linker.artifact.ShadowedClasses;
import dev.heapwright.linker.artifact.UnmarkedClasses;
import dev.heapwright.linker.build.BuildCache;
import dev.heapwright.linker.build.BuildLog;
import dev.heapwright.linker.build.BuildModule;
import dev.heapwright.linker.build.ResolvedClasspath;
import dev.heapwright.linker.checked.ExitReports;
import dev.heapwright.linker.checked.ReportFolder;
import dev.heapwright.linker.glue.Glue;
import dev.heapwright.linker.module.JavaModule;
import dev.heapwright.linker.module.ModulePath;
import dev.heapwright.linker.packaged.AgentHeap;
import dev.heapwright.linker.packaged.FinalJar;
import dev.heapwright.linker.packaged.ImportedHeap;
import dev.heapwright.linker.packaged.MovedHeap;
import dev.heapwright.linker.packaged.NativeAccess;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Checks what was compiled and packaged, by one rule after the other, as long as nothing is wrong:
 *
 * <ol>
 * <li>The processor has seen every annotation, and the markers are correct.
 * <li>The module has at most one allocator, whose code does not need one itself.
 * <li>It is bound as the {@link Linker} decides, in its module declaration and in each final jar.
 * <li>JVMs with checked glue, such as those of the tests, reported no problem when they ended.
 * </ol>
 */
public final class ModuleCheck {
    private static final List<ModuleRule> RULES = List.of(
            ModuleCheck::processed,
            ModuleCheck::oneAllocator,
            ModuleCheck::withoutCircle,
            ModuleCheck::linkable,
            ModuleCheck::compiled,
            ModuleCheck::shadowed,
            ModuleCheck::provided,
            ModuleCheck::packaged,
            ModuleCheck::imported,
            ModuleCheck::moved,
            ModuleCheck::imposed,
            ModuleCheck::nativeAccess,
            ModuleCheck::ofAgent,
            ModuleCheck::foundAtExit);

    private final CompiledModule module;
    private final BuildLog log;

    /**
     * Reads the module's own classes.
     *
     * @param module the module
     * @param classpath what it runs with
     * @param linker decides
     * @param jars what it hands over
     * @param cache of the build
     * @param log where to say what was found right
     * @throws DiagnosticException if a marker says what is not so
     */
    public ModuleCheck(
            BuildModule module,
            ResolvedClasspath classpath,
            Linker linker,
            List<FinalJar> jars,
            BuildCache cache,
            BuildLog log)
            throws DiagnosticException {
        this.module = new CompiledModule(module, classpath, linker, List.copyOf(jars), cache);
        this.log = log;
    }

    /**
     * Checks it.
     *
     * @throws DiagnosticException if there is a problem
     * @throws IOException if a file cannot be read
     */
    public void run() throws DiagnosticException, IOException {
        for (ModuleRule rule : RULES) {
            List<Diagnostic> found = rule.check(module);
            if (found.stream().anyMatch(each -> each.severity() == Severity.ERROR)) {
                throw new DiagnosticException(found);
            }
            log.warn(found);
        }
        logReflection();
        logExitReports();
        boolean unpackaged = module.decision() instanceof Decision.Bound && !module.isPackaged();
        log.info("verified: " + module.packageCheck().summary()
                + (unpackaged ? " (only the class folder: there is no jar yet)" : ""));
    }

    private static List<Diagnostic> processed(CompiledModule module) throws IOException {
        return UnmarkedClasses.problems(
                module.module().classes(),
                module.self(),
                module.linker().heapwright(),
                module.linker().dialect());
    }

    private static List<Diagnostic> oneAllocator(CompiledModule module) {
        return DuplicateAllocator.problem(module.self()).stream().toList();
    }

    private static List<Diagnostic> withoutCircle(CompiledModule module) throws IOException {
        return module.allocatorCode().problems();
    }

    private static List<Diagnostic> linkable(CompiledModule module) throws DiagnosticException {
        return module.decision() instanceof Decision.Refuse refused ? refused.problems() : List.of();
    }

    private static List<Diagnostic> compiled(CompiledModule module) throws DiagnosticException, IOException {
        Dialect dialect = module.linker().dialect();
        Decision decision = module.decision();
        Optional<Diagnostic> uncompiled = UncompiledGlue.ofDecision(module.module(), decision, dialect);
        return (uncompiled.isPresent()
                        ? uncompiled
                        : StaleGlue.problem(module.self(), module.module().classes(), decision, dialect))
                .stream().toList();
    }

    private static List<Diagnostic> shadowed(CompiledModule module) throws DiagnosticException, IOException {
        return new ShadowedClasses(
                        module.contents(),
                        module.jars(),
                        module.closure(),
                        module.linker().dialect())
                .problems(module.decision(), Glue.nameFor(module.module().coordinates()));
    }

    private static List<Diagnostic> provided(CompiledModule module) throws DiagnosticException, IOException {
        Optional<JavaModule> declaration = JavaModule.in(module.module().classes());
        return module.decision() instanceof Decision.Link link && declaration.isPresent()
                ? new ModulePath(module.module().coordinates(), module.classpath(), module.cache())
                        .problem(declaration.get(), link).stream().toList()
                : List.of();
    }

    private static List<Diagnostic> packaged(CompiledModule module) throws DiagnosticException {
        return module.packageCheck().problems(module.packaged());
    }

    private static List<Diagnostic> imported(CompiledModule module) throws DiagnosticException {
        return ImportedHeap.problems(module.packaged(), module.module().kind().kind());
    }

    private static List<Diagnostic> moved(CompiledModule module) throws DiagnosticException {
        return MovedHeap.problems(module.packaged());
    }

    private static List<Diagnostic> imposed(CompiledModule module) throws DiagnosticException {
        return ImposedAllocators.warnings(
                module.closure(),
                module.module().kind().kind(),
                module.module().passedOn(),
                module.linker().dialect());
    }

    private static List<Diagnostic> nativeAccess(CompiledModule module) throws DiagnosticException {
        return module.decision() instanceof Decision.NothingToLink
                ? List.of()
                : new NativeAccess(module.module().release(), module.linker().dialect()).warnings(module.packaged());
    }

    private static List<Diagnostic> ofAgent(CompiledModule module) throws DiagnosticException {
        return new AgentHeap(module.linker().dialect()).warnings(module.packaged());
    }

    /** By the JVMs that have run tests, or anything else, in this build. */
    private static List<Diagnostic> foundAtExit(CompiledModule module) throws IOException {
        return exitReports(module).problems();
    }

    private void logReflection() throws IOException {
        module.allocatorCode()
                .unknown()
                .forEach(call -> log.info("not followed: " + call + " with names that are not constants"));
    }

    private void logExitReports() throws IOException {
        ExitReports reports = exitReports(module);
        reports.missing().forEach(line -> log.warn("checked glue: " + line));
        if (reports.opened()) {
            log.info("checked glue: nothing found at exit; JVM reports: " + reports.ended());
        }
    }

    private static ExitReports exitReports(CompiledModule module) throws IOException {
        return ExitReports.read(
                ReportFolder.of(module.cache(), module.module().folders().build()));
    }
}
