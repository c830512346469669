package dev.heapwright.maven;

import dev.heapwright.core.diagnostic.Diagnostic;
import dev.heapwright.core.diagnostic.RefusedException;
import dev.heapwright.core.link.AllocatorClass;
import dev.heapwright.core.link.Artifact;
import dev.heapwright.core.link.Closure;
import dev.heapwright.core.link.Decision;
import dev.heapwright.core.link.ImposedAllocators;
import dev.heapwright.core.link.Product;
import dev.heapwright.core.reach.CircularDependency;
import dev.heapwright.core.reach.Reach;
import dev.heapwright.maven.artifact.ArtifactReader;
import dev.heapwright.maven.artifact.OneAllocatorCheck;
import dev.heapwright.maven.artifact.ProgramClasses;
import dev.heapwright.maven.artifact.UnmarkedClasses;
import dev.heapwright.maven.checked.ExitReports;
import dev.heapwright.maven.checked.ReportFolder;
import dev.heapwright.maven.module.JavaModule;
import dev.heapwright.maven.packaged.NativeAccess;
import dev.heapwright.maven.packaged.PackageCheck;
import dev.heapwright.maven.packaged.PackagedJar;
import dev.heapwright.maven.project.ClosureReader;
import dev.heapwright.maven.project.DeclaredDependencies;
import dev.heapwright.maven.project.DetectedKind;
import dev.heapwright.maven.project.FinalJars;
import dev.heapwright.maven.project.ModulePath;
import dev.heapwright.maven.project.Part;
import dev.heapwright.maven.project.plugin.PluginUse;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
    private static final String SHADE = "org.apache.maven.plugins:maven-shade-plugin";

    private final ClosureReader closures;

    /**
     * For the container.
     *
     * @param closures reads what runs with a module
     */
    @Inject
    public CheckMojo(ClosureReader closures) {
        this.closures = closures;
    }

    @Override
    void run(MavenProject module) throws RefusedException, IOException {
        DetectedKind kind = kind(module);
        Path classes = Part.MAIN.classes(module);
        Artifact self = ArtifactReader.read(classes, ClosureReader.coordinates(module));
        // What is wrong with the module's own classes comes first: the rest depends on them.
        refuse(UnmarkedClasses.problem(classes, self, version()).stream().toList());
        refuse(OneAllocatorCheck.problem(self).stream().toList());
        refuse(circularDependencies(module, self));
        Closure closure = closures.read(session(), module, Part.MAIN, self);
        Product product = product(module, kind);
        Decision decision = linker(product).decide(closure);
        if (decision instanceof Decision.Refuse refused) {
            refuse(refused.problems());
        }
        refuse(notProvided(module, decision));
        PackageCheck check = new PackageCheck(self.coordinates(), decision);
        List<PackagedJar> jars = check.read(FinalJars.of(module));
        refuse(check.problems(jars));
        warn(ImposedAllocators.warnings(closure, kind.kind(), DeclaredDependencies.passedOn(module)));
        if (!(decision instanceof Decision.NothingToLink)) {
            warn(new NativeAccess(
                            product.release(),
                            PluginUse.of(module, SHADE).stream().anyMatch(use -> use.runs("shade")))
                    .warnings(jars));
        }
        refuse(foundAtExit(module));
        getLog().info("checked: " + check.summary());
    }

    /** Of the JVMs that have run tests, or anything else, in this build. */
    private List<Diagnostic> foundAtExit(MavenProject module) throws IOException {
        ExitReports reports = ExitReports.read(ReportFolder.of(session().getData(), Part.build(module)));
        reports.missing().forEach(line -> getLog().warn("checked glue: " + line));
        if (reports.opened() && reports.problems().isEmpty()) {
            getLog().info("checked glue: nothing found at exit; reports of JVMs: " + reports.ended());
        }
        return reports.problems();
    }

    private static void refuse(List<Diagnostic> problems) throws RefusedException {
        if (!problems.isEmpty()) {
            throw new RefusedException(problems);
        }
    }

    private List<Diagnostic> notProvided(MavenProject module, Decision decision) throws IOException {
        Optional<JavaModule> declaration = JavaModule.in(Part.MAIN.classes(module));
        return decision instanceof Decision.Link link && declaration.isPresent()
                ? ModulePath.problem(modules(), module, declaration.get(), link).stream()
                        .toList()
                : List.of();
    }

    /** The processor finds them with javac, in the sources; here they are found whatever the compiler was. */
    private static List<Diagnostic> circularDependencies(MavenProject module, Artifact self) throws IOException {
        List<Diagnostic> problems = new ArrayList<>();
        if (!self.allocators().isEmpty()) {
            try (ProgramClasses classes = new ProgramClasses(ClosureReader.classPath(module))) {
                for (AllocatorClass allocator : self.allocators()) {
                    Reach.wayToNeeder(allocator.type().binary(), classes)
                            .map(CircularDependency::of)
                            .ifPresent(problems::add);
                }
            }
        }
        return problems;
    }
}
