package dev.heapwright.maven;

import dev.heapwright.core.diagnostic.RefusedException;
import dev.heapwright.core.link.Artifact;
import dev.heapwright.core.link.Closure;
import dev.heapwright.core.link.Decision;
import dev.heapwright.core.link.Kind;
import dev.heapwright.core.link.Product;
import dev.heapwright.core.name.Coordinates;
import dev.heapwright.maven.artifact.ArtifactReader;
import dev.heapwright.maven.project.ClosureReader;
import dev.heapwright.maven.project.Part;
import dev.heapwright.maven.project.TargetRelease;
import dev.heapwright.maven.project.TestModulePath;
import dev.heapwright.maven.source.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.util.HashSet;
import java.util.Set;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.apache.maven.project.MavenProject;

/**
 * Binds the unit tests of a module that is not bound itself, such as a library, as if they were an application. An
 * allocator among the tests' own sources, or in a dependency of scope {@code test}, goes before one that the module
 * brings to everyone. Nothing of it is packaged.
 */
@Mojo(
        name = "bind-tests",
        defaultPhase = LifecyclePhase.GENERATE_TEST_SOURCES,
        requiresDependencyResolution = ResolutionScope.TEST,
        threadSafe = true)
public final class BindTestsMojo extends AbstractBindMojo {
    private final ClosureReader closures;

    /**
     * For the container.
     *
     * @param closures reads what runs with a module
     */
    @Inject
    public BindTestsMojo(ClosureReader closures) {
        super(Part.TESTS);
        this.closures = closures;
    }

    @Override
    void run(MavenProject module) throws RefusedException, IOException {
        Artifact main = ArtifactReader.read(Part.MAIN.classes(module), ClosureReader.coordinates(module));
        Sources sources = sources(module);
        if (Part.TESTS.sourceRoots(module).stream().noneMatch(Files::isDirectory)) {
            carryOut(module, sources, new Decision.NothingToLink("there are none"));
        } else if (!main.bindings().isEmpty()) {
            carryOut(module, sources, new Decision.NothingToLink("they run with the module's own glue"));
        } else {
            Decision decision = decide(module, main, sources);
            carryOut(module, sources, decision);
            if (decision instanceof Decision.Link && TestModulePath.isUsed(module, userProperties())) {
                getLog().warn("  the tests run on the module path, where they do not find it: configure");
                getLog().warn("  maven-surefire-plugin with <useModulePath>false</useModulePath>");
            }
        }
    }

    private Decision decide(MavenProject module, Artifact main, Sources sources) throws RefusedException {
        Product product = new Product(Kind.APPLICATION, TargetRelease.ofTests(module, userProperties()));
        boolean own = !sources.allocators().allocators().isEmpty();
        Artifact self = own ? withAllocators(main, sources, product.release()) : main;
        Set<Coordinates> preferred = new HashSet<>(ClosureReader.testDependencies(module));
        if (own) {
            preferred.add(self.coordinates());
        }
        Closure closure = closures.read(session(), module, Part.TESTS, self).preferring(preferred);
        Decision decision = linker(product).decide(closure);
        // What a library may do is no reason to fail its build: it may see two allocators, and turn defaults off.
        return decision instanceof Decision.Refuse refused && !closure.hasAllocatorIn(preferred)
                ? new Decision.NothingToLink(
                        "%s; to choose one for the tests, add it to the dependencies with <scope>test</scope>"
                                .formatted(refused.problems().get(0).headline()))
                : decision;
    }
}
