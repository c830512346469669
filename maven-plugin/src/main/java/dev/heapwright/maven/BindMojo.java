package dev.heapwright.maven;

import dev.heapwright.core.link.Decision;
import dev.heapwright.diagnostic.DiagnosticException;
import dev.heapwright.linker.bind.Binder;
import dev.heapwright.linker.build.BuildModule;
import dev.heapwright.linker.process.ProcessMode;
import dev.heapwright.linker.process.ProcessSettings;
import dev.heapwright.maven.project.ClasspathReader;
import dev.heapwright.maven.project.CompilePath;
import dev.heapwright.maven.project.OtherDependencies;
import dev.heapwright.maven.project.QuarkusDev;
import dev.heapwright.maven.project.SourceSet;
import java.io.IOException;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * Binds the module to exactly one allocator: decides which, and generates the glue that connects the heap to it. A
 * library is left unbound.
 */
@Mojo(
        name = "bind",
        defaultPhase = LifecyclePhase.GENERATE_SOURCES,
        requiresDependencyResolution = ResolutionScope.RUNTIME,
        threadSafe = true)
public final class BindMojo extends AbstractBindMojo {
    /**
     * How the malloc of the whole process is replaced: {@code preloaded} by the launcher that the goal {@code launcher} makes,
     * {@code linked} in an image by the goal {@code link-image}, or {@code none}. If it is {@code preloaded}, the heap refuses to
     * work in a process that was started without the launcher. The processes of a linked image cannot start without the
     * allocator, so that {@code linked} changes nothing here.
     */
    @Parameter(property = "heapwright.process", defaultValue = "none")
    @SuppressWarnings("NullAway.Init") // Maven sets it before it calls execute.
    private String process;

    /**
     * The allocator that replaces the malloc of the process: {@code jemalloc}, {@code mimalloc}, or {@code system} for the C
     * library's. By default, it is the one that the heap is bound to.
     */
    @Parameter(property = "heapwright.processAllocator")
    private @Nullable String processAllocator;

    private final OtherDependencies others;

    /**
     * Called by the container.
     *
     * @param classpaths reads what a module runs with
     * @param others reads what it does not run with
     */
    @Inject
    public BindMojo(ClasspathReader classpaths, OtherDependencies others) {
        super(classpaths, SourceSet.MAIN);
        this.others = others;
    }

    @Override
    void run(MavenProject project) throws DiagnosticException, IOException {
        log().warn(MisspelledProperties.warnings(
                execution().getMojoDescriptor().getPluginDescriptor(), cache(), parameters()));
        BuildModule module = module(project);
        ProcessSettings settings = new ProcessSettings(
                parameters().read("process", () -> ProcessMode.named(process)),
                Optional.ofNullable(processAllocator).map(String::strip));
        Binder binder =
                binder(project, module, others.of(session(), project), linker(project, module.target()), settings);
        Binder.Outcome bound = binder.bind();
        SourceSet.MAIN.addGlue(project);
        if (bound.decision() instanceof Decision.Link link) {
            new CompilePath(project, bound.closure()).add(link);
            binder.log().warn(QuarkusDev.warnings(project));
        }
    }
}
