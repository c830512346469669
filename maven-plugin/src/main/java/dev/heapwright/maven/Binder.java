package dev.heapwright.maven;

import dev.heapwright.core.diagnostic.Diagnostic;
import dev.heapwright.core.diagnostic.DiagnosticId;
import dev.heapwright.core.diagnostic.RefusedException;
import dev.heapwright.core.link.Artifact;
import dev.heapwright.core.link.Closure;
import dev.heapwright.core.link.Decision;
import dev.heapwright.core.link.Linker;
import dev.heapwright.core.name.Coordinates;
import dev.heapwright.maven.project.ClosureReader;
import dev.heapwright.maven.project.DependencyInjection;
import dev.heapwright.maven.project.Part;
import java.util.List;
import java.util.Set;
import javax.inject.Inject;
import javax.inject.Named;
import org.apache.maven.project.DependencyResolutionException;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystemSession;

/**
 * Comes to a decision for a part of a module and sees to its dependencies: reads the closure, lets the linker decide,
 * and adds what is linked by default, or what a dependency is bound to, if the closure lacks it.
 */
@Named
public final class Binder {
    private final ClosureReader closures;
    private final DependencyInjection injection;

    /**
     * For the container.
     *
     * @param closures reads what runs with a module
     * @param injection adds to that
     */
    @Inject
    public Binder(ClosureReader closures, DependencyInjection injection) {
        this.closures = closures;
        this.injection = injection;
    }

    /**
     * What is bound.
     *
     * @param session what dependencies are resolved with
     * @param module the module, its dependencies resolved
     * @param part its product or its tests
     * @param self what is known of the module's own classes
     * @param preferred the artifacts whose allocators go before those of others
     */
    record Request(
            RepositorySystemSession session,
            MavenProject module,
            Part part,
            Artifact self,
            Set<Coordinates> preferred) {}

    /**
     * What came of it.
     *
     * @param decision what to do; never to link a default, which has become an allocator
     * @param injected whether a default was added that the module's POM does not list
     * @param chosen whether one of the preferred artifacts has an allocator
     */
    record Outcome(Decision decision, boolean injected, boolean chosen) {

        /** {@return that nothing is linked, without anything having been read} */
        static Outcome nothing(String reason) {
            return new Outcome(new Decision.NothingToLink(reason), false, false);
        }
    }

    /**
     * Decides.
     *
     * @param request for what
     * @param linker what decides
     * @return what to do, with the module's dependencies as that needs them
     * @throws RefusedException if dependencies cannot be read or had
     */
    Outcome bind(Request request, Linker linker) throws RefusedException {
        Closure closure = read(request);
        Decision decision = linker.decide(closure);
        boolean injected = false;
        while (decision instanceof Decision.LinkDefault chosen) {
            closure = inject(request, chosen.artifact());
            decision = linker.linkDefault(closure, chosen);
            injected = true;
            if (decision instanceof Decision.LinkDefault) {
                injection.remove(request.module(), chosen.artifact());
            }
        }
        if (decision instanceof Decision.Adopt adopted
                && closure.artifacts().stream()
                        .allMatch(artifact -> artifact.allocators().isEmpty())) {
            // A default that was added to that dependency's build is not in its POM.
            closure = inject(request, adopted.binding().artifact());
            decision = linker.decide(closure);
        }
        return new Outcome(decision, injected, closure.hasAllocatorIn(request.preferred()));
    }

    private Closure read(Request request) throws RefusedException {
        return closures.read(request.session(), request.module(), request.part(), request.self())
                .preferring(request.preferred());
    }

    private Closure inject(Request request, Coordinates allocator) throws RefusedException {
        try {
            injection.add(
                    request.session(),
                    request.module(),
                    allocator,
                    request.part().scope());
        } catch (DependencyResolutionException e) {
            throw new RefusedException(List.of(Diagnostic.error(
                            DiagnosticId.UNREADABLE_ARTIFACT, "the allocator " + allocator + " cannot be had")
                    .withDetail(String.valueOf(e.getMessage()))
                    .withHelp("make it available where Maven looks for dependencies, or declare another allocator:")
                    .withHelp("a dependency on an artifact with an @Allocator class is linked instead")));
        }
        return read(request);
    }
}
