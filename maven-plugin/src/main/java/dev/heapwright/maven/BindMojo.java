package dev.heapwright.maven;

import dev.heapwright.core.diagnostic.RefusedException;
import dev.heapwright.core.link.Artifact;
import dev.heapwright.core.link.Decision;
import dev.heapwright.core.link.Product;
import dev.heapwright.maven.project.ClosureReader;
import dev.heapwright.maven.project.DetectedKind;
import dev.heapwright.maven.project.Part;
import dev.heapwright.maven.project.QuarkusDev;
import dev.heapwright.maven.source.Sources;
import java.io.IOException;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.apache.maven.project.MavenProject;

/**
 * Binds the module to exactly one allocator: decides which, and generates the glue that joins the heap to it. A library
 * is left unbound.
 */
@Mojo(
        name = "bind",
        defaultPhase = LifecyclePhase.GENERATE_SOURCES,
        requiresDependencyResolution = ResolutionScope.RUNTIME,
        threadSafe = true)
public final class BindMojo extends AbstractBindMojo {
    private final ClosureReader closures;

    /**
     * For the container.
     *
     * @param closures reads what runs with a module
     */
    @Inject
    public BindMojo(ClosureReader closures) {
        super(Part.MAIN);
        this.closures = closures;
    }

    @Override
    void run(MavenProject module) throws RefusedException, IOException {
        DetectedKind kind = kind(module);
        getLog().info("kind: " + kind);
        Product product = product(module, kind);
        // What is wrong with a library's own allocator, the compiler can show where it is.
        Sources sources = kind.kind().isFinal() ? sources(module) : Sources.NONE;
        Artifact self = withAllocators(Artifact.of(ClosureReader.coordinates(module)), sources, product.release());
        if (self.allocators().size() > 1) {
            // Which of them is meant, nobody can say; the compiler is about to show where they are.
            carryOut(module, sources, new Decision.NothingToLink("its sources have several allocators"));
        } else {
            Decision decision = linker(product).decide(closures.read(session(), module, Part.MAIN, self));
            carryOut(module, sources, decision);
            if (decision instanceof Decision.Link) {
                warn(QuarkusDev.warnings(module));
            }
        }
    }
}
