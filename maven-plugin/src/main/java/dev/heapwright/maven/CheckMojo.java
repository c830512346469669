package dev.heapwright.maven;

import dev.heapwright.diagnostic.DiagnosticException;
import dev.heapwright.linker.build.BuildModule;
import dev.heapwright.linker.check.ModuleCheck;
import dev.heapwright.maven.project.ClasspathReader;
import dev.heapwright.maven.project.FinalJars;
import dev.heapwright.maven.project.SourceSet;
import java.io.IOException;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.apache.maven.project.MavenProject;

/**
 * Checks what was compiled and packaged: that the processor has seen what is annotated, that the module's markers are
 * what its class files say, that it has one allocator at most whose code needs none itself, and that it is bound as the
 * linking rules demand, in its module declaration and in each jar that it hands over. What JVMs with checked glue have
 * found when they ended, as those of the tests, fails the build here.
 */
@Mojo(
        name = "check",
        defaultPhase = LifecyclePhase.VERIFY,
        requiresDependencyResolution = ResolutionScope.RUNTIME,
        threadSafe = true)
public final class CheckMojo extends AbstractHeapwrightMojo {
    private final ClasspathReader classpaths;

    /**
     * For the container.
     *
     * @param classpaths tells what runs with a module
     */
    @Inject
    public CheckMojo(ClasspathReader classpaths) {
        this.classpaths = classpaths;
    }

    @Override
    void run(MavenProject project) throws DiagnosticException, IOException {
        BuildModule module = module(project);
        new ModuleCheck(
                        module,
                        classpaths.read(session(), project, SourceSet.MAIN),
                        linker(project, module.target()),
                        FinalJars.of(project),
                        cache(),
                        log())
                .run();
    }
}
