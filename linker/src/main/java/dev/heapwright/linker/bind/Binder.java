package dev.heapwright.linker.bind;

import dev.heapwright.core.link.AllocatorClass;
import dev.heapwright.core.link.Artifact;
import dev.heapwright.core.link.Closure;
import dev.heapwright.core.link.Decision;
import dev.heapwright.core.link.GlueOptions;
import dev.heapwright.core.link.Linker;
import dev.heapwright.core.marker.GlueMode;
import dev.heapwright.core.process.ProcessAllocator;
import dev.heapwright.diagnostic.Diagnostic;
import dev.heapwright.diagnostic.DiagnosticException;
import dev.heapwright.linker.artifact.ClosureReader;
import dev.heapwright.linker.artifact.PassedOver;
import dev.heapwright.linker.artifact.PassedOverReader;
import dev.heapwright.linker.artifact.ShadowedClasses;
import dev.heapwright.linker.build.BuildCache;
import dev.heapwright.linker.build.BuildLog;
import dev.heapwright.linker.build.BuildModule;
import dev.heapwright.linker.build.OtherArtifacts;
import dev.heapwright.linker.build.ResolvedClasspath;
import dev.heapwright.linker.checked.ReportFolder;
import dev.heapwright.linker.glue.Glue;
import dev.heapwright.linker.glue.GlueFolders;
import dev.heapwright.linker.module.ModulePath;
import dev.heapwright.linker.process.ProcessMode;
import dev.heapwright.linker.process.ProcessSettings;
import dev.heapwright.linker.source.Sources;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Binds a module before it is compiled:
 *
 * <ol>
 * <li>Parses its sources for allocators and for the declaration of a Java module.
 * <li>Reads the markers of everything that it runs with.
 * <li>Lets the {@link Linker} decide, and fails if it refuses.
 * <li>Generates the glue, or deletes that of an earlier build.
 * </ol>
 *
 * @param module the module
 * @param classpath what it runs with
 * @param others what else its build knows of
 * @param linker makes the decision
 * @param options how users want the glue
 * @param process what is configured for the whole process
 * @param cache of the build
 * @param log receives what was done
 */
public record Binder(
        BuildModule module,
        ResolvedClasspath classpath,
        OtherArtifacts others,
        Linker linker,
        GlueOptions options,
        ProcessSettings process,
        BuildCache cache,
        BuildLog log) {
    /**
     * Creates one for a build that knows of no other artifacts, and leaves the process as it is.
     *
     * @param module the module
     * @param classpath what it runs with
     * @param linker makes the decision
     * @param options how users want the glue
     * @param cache of the build
     * @param log receives what was done
     */
    public Binder(
            BuildModule module,
            ResolvedClasspath classpath,
            Linker linker,
            GlueOptions options,
            BuildCache cache,
            BuildLog log) {
        this(module, classpath, OtherArtifacts.NONE, linker, options, ProcessSettings.NONE, cache, log);
    }

    /**
     * What was done.
     *
     * @param decision which is not a refusal
     * @param closure that it was made for
     */
    public record Outcome(Decision decision, Closure closure) {}

    /**
     * Binds it.
     *
     * @return what was done
     * @throws DiagnosticException if the module cannot be bound
     * @throws IOException if files cannot be read or written
     */
    public Outcome bind() throws DiagnosticException, IOException {
        log.info("kind: " + module.kind());
        // Problems of a library's own allocator are left to the compiler, which can show where they are.
        Sources sources = module.kind().kind().isFinal() ? sources() : Sources.NONE;
        Artifact self = withAllocators(Artifact.of(module.coordinates()), sources, module.release());
        if (self.allocators().size() > 1) {
            // If there are several, none can be preferred; the compiler will show where they are.
            Decision unknown = new Decision.NothingToLink("its sources contain more than one allocator");
            carryOut(unknown, sources, Glue.NONE, false);
            return new Outcome(unknown, new Closure(self, List.of(), classpath.dependencies()));
        }
        ClosureReader.Reading reading = new ClosureReader(cache).read(classpath, self);
        Closure closure = reading.closure();
        // Of the module itself, there are no classes yet, or those of an earlier build.
        Decision decision = new ShadowedClasses(reading.contents(), List.of(), closure, linker.dialect())
                .judge(linker.decide(closure), Glue.nameFor(module.coordinates()));
        carryOut(decision, sources, unbound(closure), false);
        PassedOver.testGlue(closure).forEach(each -> log.info(each.toString()));
        new PassedOverReader(others, cache)
                .read(module.kind().kind(), decision, reading)
                .forEach(each -> log.info(each.toString()));
        log.warn(StartedLibrary.warnings(module, closure, linker.dialect()));
        return new Outcome(decision, closure);
    }

    /** {@return what is generated where it is not glue} */
    private Glue unbound(Closure closure) {
        return !module.kind().kind().isFinal() && closure.hasUnboundHeap()
                ? Glue.ofLibrary(module.coordinates(), module.kind().reason())
                : Glue.NONE;
    }

    /** {@return what the module's sources declare} */
    Sources sources() {
        Sources sources = Sources.read(module.sourceRoots(), module.encoding());
        sources.allocators().unreadable().forEach(file -> log.debug("could not be fully parsed: " + file));
        return sources;
    }

    /**
     * {@return an artifact with the allocators in its sources, which have not been compiled yet}
     *
     * @param artifact the artifact
     * @param sources its sources
     * @param release the Java release that they are compiled for
     */
    public static Artifact withAllocators(Artifact artifact, Sources sources, int release) {
        return artifact.withAllocators(sources.allocators().allocators().stream()
                .map(allocator -> new AllocatorClass(allocator.name(), release, allocator.optionalFunctions()))
                .toList());
    }

    /**
     * Generates what was decided, or else something that is not glue, and logs the decision.
     *
     * @param tests whether it is that of the module's tests
     */
    void carryOut(Decision decision, Sources sources, Glue otherwise, boolean tests)
            throws DiagnosticException, IOException {
        String prefix = tests ? "tests: " : "";
        Decision carried = decision instanceof Decision.Link link ? link.with(options) : decision;
        Glue glue = carried instanceof Decision.Link link ? glue(sources, link, tests) : otherwise;
        if (carried instanceof Decision.Refuse refused) {
            throw new DiagnosticException(refused.problems());
        } else if (carried instanceof Decision.NothingToLink nothing) {
            log.info(prefix + "not bound: " + nothing.reason());
        } else if (carried instanceof Decision.Bound bound) {
            log.info(prefix + "bound to " + bound.text());
        }
        if (carried instanceof Decision.Adopt adopted) {
            warnOfOther(adopted);
        }
        if (carried instanceof Decision.Adopt adopted && process.mode() == ProcessMode.PRELOADED) {
            log.warn("  how the program is started is not checked: the glue comes from " + adopted.from()
                    + "; set process in that build");
        }
        generate(glue);
        ReportFolder reports = ReportFolder.of(cache, module.folders().build());
        if (carried instanceof Decision.Bound bound && bound.mode() == GlueMode.CHECKED) {
            reports.open();
        } else {
            reports.deleteUnlessOpen();
        }
    }

    /** Warns where what this module has configured has no effect, because the glue was generated elsewhere. */
    private void warnOfOther(Decision.Adopt adopted) {
        if (options.mode() != GlueMode.PLAIN && options.mode() != adopted.mode()) {
            log.warn("  not %s: the glue comes from %s; set %s in that build"
                    .formatted(options.mode(), adopted.from(), options.mode()));
        } else if (!options.limit().isEmpty()) {
            log.warn("  no limit: the glue comes from %s; set limit in that build".formatted(adopted.from()));
        }
    }

    private Glue glue(Sources sources, Decision.Link link, boolean tests) throws DiagnosticException, IOException {
        if (sources.declaration().isPresent()) {
            Optional<Diagnostic> problem = new ModulePath(module.coordinates(), classpath, cache)
                    .problem(sources.declaration().get(), link);
            if (problem.isPresent()) {
                throw new DiagnosticException(List.of(problem.get()));
            }
        }
        Optional<ProcessAllocator> preloaded = tests ? Optional.empty() : process.preloaded(link);
        preloaded.ifPresent(allocator ->
                log.info("the heap works only in processes that were started with " + allocator.library()));
        return Glue.of(module.coordinates(), link, tests, preloaded);
    }

    private void generate(Glue glue) throws IOException {
        BuildModule.Folders into = module.folders();
        GlueFolders folders = new GlueFolders(into.build(), into.glueSources(), into.glueResources());
        folders.write(glue);
        folders.cleanOutput(module.classes(), glue);
    }
}
