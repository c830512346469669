package dev.heapwright.maven;

import dev.heapwright.core.process.ProcessAllocator;
import dev.heapwright.diagnostic.Diagnostic;
import dev.heapwright.diagnostic.DiagnosticException;
import dev.heapwright.linker.build.BuildModule;
import dev.heapwright.linker.build.ResolvedClasspath;
import dev.heapwright.linker.check.ModuleCheck;
import dev.heapwright.linker.image.ImageLinker;
import dev.heapwright.linker.packaged.EnterpriseArchive;
import dev.heapwright.linker.packaged.FinalJar;
import dev.heapwright.maven.project.ClasspathReader;
import dev.heapwright.maven.project.FinalJars;
import dev.heapwright.maven.project.SourceSet;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.apache.maven.project.MavenProject;

/**
 * Verifies what was compiled and packaged: that it is bound to exactly one allocator, as the linking rules require. The
 * processor must have seen every annotation; the module's markers must match its class files; it may have one allocator, whose
 * code does not need one itself; its module declaration and each final jar must contain the binding. Images that {@code link-image} has linked in the
 * same build are inspected, too. If JVMs with checked glue, such as those of the tests, reported problems when they ended, the
 * build fails here.
 *
 * <p>In an ear, it checks that the archives with a binding still contain the heap.
 */
@Mojo(
        name = "check",
        defaultPhase = LifecyclePhase.VERIFY,
        requiresDependencyResolution = ResolutionScope.RUNTIME,
        threadSafe = true)
public final class CheckMojo extends AbstractHeapwrightMojo {
    private static final String EAR = "ear";

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
    boolean worksOn(String packaging) {
        return packaging.equals(EAR) || super.worksOn(packaging);
    }

    @Override
    void run(MavenProject project) throws DiagnosticException, IOException {
        if (project.getPackaging().equals(EAR)) {
            checkEar(project);
        } else {
            checkModule(project);
        }
    }

    private void checkEar(MavenProject project) throws DiagnosticException {
        for (FinalJar file : FinalJars.ears(project)) {
            EnterpriseArchive ear = EnterpriseArchive.read(file);
            DiagnosticException.throwIfAny(ear.problems());
            if (!ear.bound().isEmpty()) {
                log().info("verified: bound with a heap of their own: " + String.join(", ", ear.bound()));
            }
        }
    }

    private void checkModule(MavenProject project) throws DiagnosticException, IOException {
        BuildModule module = module(project);
        ResolvedClasspath classpath = classpaths.read(session(), project, SourceSet.MAIN);
        new ModuleCheck(module, classpath, linker(project, module.target()), FinalJars.of(project), cache(), log())
                .run();
        for (Map.Entry<Path, ProcessAllocator> linked : LinkedImages.of(project).entrySet()) {
            ImageLinker linker = new ImageLinker(linked.getValue(), classpath.locations());
            List<Diagnostic> problems = new ArrayList<>();
            linker.problem(linked.getKey()).ifPresent(problems::add);
            for (FinalJar zip : FinalJars.zips(project)) {
                linker.problem(linked.getKey(), zip.file()).ifPresent(problems::add);
            }
            DiagnosticException.throwIfAny(problems);
            log().info("verified: " + linked.getKey() + " is linked to "
                    + linked.getValue().id());
        }
    }
}
