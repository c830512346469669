package dev.heapwright.maven;

import dev.heapwright.core.link.Decision;
import dev.heapwright.diagnostic.DiagnosticException;
import dev.heapwright.linker.build.BuildModule;
import dev.heapwright.linker.build.ResolvedClasspath;
import dev.heapwright.linker.process.ProcessDecision;
import dev.heapwright.linker.process.ProcessMode;
import dev.heapwright.linker.tree.LinkedModuleReader;
import dev.heapwright.maven.project.ClasspathReader;
import dev.heapwright.maven.project.SourceSet;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** The common part of the goals that give the whole process an allocator: it is the same one for all of them. */
abstract class AbstractProcessMojo extends AbstractHeapwrightMojo {
    /**
     * The allocator that replaces the malloc of the process: {@code jemalloc}, {@code mimalloc}, or {@code system} for the C
     * library's, which replaces nothing. By default, it is the one that the heap is bound to. It must be set if that is an
     * allocator of your own, and may be set if that is {@code system}.
     */
    @Parameter(property = "heapwright.processAllocator")
    private @Nullable String processAllocator;

    private final ClasspathReader classpaths;
    private final ProcessMode own;

    /**
     * Creates one.
     *
     * @param classpaths reads what a module runs with
     * @param own the way in which the goal replaces malloc; it does nothing if another one is configured
     */
    AbstractProcessMojo(ClasspathReader classpaths, ProcessMode own) {
        this.classpaths = classpaths;
        this.own = own;
    }

    @Override
    boolean worksOn(String packaging) {
        // A module that compiles nothing may package a program.
        return true;
    }

    @Override
    final void run(MavenProject project) throws DiagnosticException, IOException {
        ProcessMode mode = parameters().read("process", () -> ProcessMode.named(process()));
        if (mode != own) {
            leave("process is " + mode);
            return;
        }
        ResolvedClasspath classpath = classpaths.read(session(), project, SourceSet.MAIN);
        Decision heap = heap(project, classpath);
        ProcessDecision decision = parameters()
                .read(
                        "processAllocator",
                        () -> ProcessDecision.of(
                                heap, Optional.ofNullable(processAllocator).map(String::strip)));
        if (decision instanceof ProcessDecision.Linked linked) {
            link(project, linked, classpath.locations());
        } else if (decision instanceof ProcessDecision.NotLinked not) {
            leave(not.reason());
        }
    }

    private Decision heap(MavenProject project, ResolvedClasspath classpath) throws DiagnosticException, IOException {
        BuildModule module = module(project);
        return new LinkedModuleReader(module, classpath, linker(project, module.target()), cache())
                .read(List.of())
                .decision();
    }

    /** {@return how malloc is to be replaced, as it is configured} */
    abstract String process();

    /**
     * Gives the process its allocator.
     *
     * @param project the module being built
     * @param linked which allocator, and why
     * @param classpath where its library is
     */
    abstract void link(MavenProject project, ProcessDecision.Linked linked, List<Path> classpath)
            throws DiagnosticException, IOException;

    /**
     * Leaves the process as it is.
     *
     * @param reason why, for the log
     */
    abstract void leave(String reason) throws IOException;
}
