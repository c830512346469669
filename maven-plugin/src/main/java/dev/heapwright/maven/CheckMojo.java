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
 * Checks what was compiled and packaged: that the processor has seen every annotation, that the module's markers match
 * its class files, that it has at most one allocator, whose code does not need one itself, and that it is bound as the
 * linking rules require, in its module declaration and in each final jar. If JVMs with checked glue, such as those of
 * the tests, reported problems when they ended, the build fails here.
 */
@Mojo(
        name = "check",
        defaultPhase = LifecyclePhase.VERIFY,
        requiresDependencyResolution = ResolutionScope.RUNTIME,
        threadSafe = true)
public final class CheckMojo extends AbstractHeapwrightMojo {
    private final ClasspathReader classpaths;

    /**
     * Called by the container.
     *
     * @param classpaths reads what a module runs with
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
