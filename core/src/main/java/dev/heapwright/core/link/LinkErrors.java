package dev.heapwright.core.link;

import dev.heapwright.core.marker.Marker;
import dev.heapwright.core.name.Coordinates;
import dev.heapwright.diagnostic.Diagnostic;
import dev.heapwright.diagnostic.DiagnosticId;

/**
 * Explains why an allocator cannot be linked, or is missing.
 *
 * @param closure the module being built and what it runs with
 * @param target what it produces
 * @param dialect how help is written
 */
record LinkErrors(Closure closure, LinkTarget target, Dialect dialect) {

    /**
     * {@return the error for a selected allocator that does not run on the Java release that the module is compiled
     * for}
     */
    Diagnostic unavailableForTarget(Contender<AllocatorClass> contender, boolean configured) {
        AllocatorClass allocator = contender.what();
        Diagnostic problem = Diagnostic.error(
                        DiagnosticId.UNAVAILABLE_FOR_TARGET,
                        "%s is compiled for Java %d, but its allocator %s needs Java %d"
                                .formatted(name(), target.release(), allocator.type(), allocator.release()))
                .withDetail(allocator.type() + "  via " + closure.pathTo(contender.artifact()))
                .withHelp("compile for that Java, with " + dialect.release(allocator.release()) + ",");
        return configured
                ? dialect.at(Dialect.Subject.DEFAULT_ALLOCATOR, problem)
                        .withHelp("or configure another allocator, or none: by default it is the system's there")
                : problem.at(dialect.declaration(closure.pathTo(contender.artifact())))
                        .withHelp("or depend on another allocator, or on none to have the system's by default");
    }

    /** {@return the error if nothing is linked explicitly and the default is disabled} */
    Diagnostic defaultTurnedOff(String heapwrightVersion) {
        return dialect.at(Dialect.Subject.DEFAULT_ALLOCATOR, noAllocator("the default is turned off"))
                .withHelp("depend on an allocator, such as")
                .withHelp(dialect.dependency(ShippedAllocator.SYSTEM.choice(heapwrightVersion)))
                .withHelp("or leave the default on: remove " + dialect.noDefault());
    }

    /** {@return the error if nothing is linked explicitly and the default was excluded from the closure} */
    Diagnostic defaultNotThere(ShippedAllocator allocator, String heapwrightVersion) {
        Coordinates artifact = ShippedAllocator.artifact(heapwrightVersion);
        return noAllocator("the default, " + allocator + ", is not on its runtime class path")
                .withHelp("depend on an allocator, or have those that come along with the heap: do not exclude")
                .withHelp(artifact.versionless() + ", or depend on it:")
                .withHelp(dialect.dependency(artifact));
    }

    private Diagnostic noAllocator(String why) {
        Diagnostic problem = Diagnostic.error(
                DiagnosticId.NO_ALLOCATOR, "%s needs an allocator but is linked to none: %s".formatted(name(), why));
        for (Artifact artifact : closure.nearestFirst()) {
            if (!artifact.consumers().isEmpty()) {
                problem = problem.withDetail(
                        artifact.consumers().get(0) + "  needs one, via " + closure.pathTo(artifact));
            }
        }
        return problem;
    }

    /** {@return the error for a dependency that is bound to an allocator which is not in the closure} */
    Diagnostic lacksBoundAllocator(Contender<Marker.OfBinding> contender) {
        Marker.OfBinding binding = contender.what();
        return Diagnostic.error(
                        DiagnosticId.NO_ALLOCATOR,
                        "%s is missing the allocator that its heap is bound to: %s"
                                .formatted(name(), binding.allocator()))
                .at(dialect.declaration(closure.pathTo(contender.artifact())))
                .withDetail(binding.allocator() + "  bound in " + closure.pathTo(contender.artifact()))
                .withHelp("depend on what has it:")
                .withHelp(dialect.dependency(binding.artifact()));
    }

    /** {@return the error for an artifact that links an allocator which is not where it says} */
    Diagnostic notAnAllocator(Contender<Marker.OfChoice> contender) {
        Marker.OfChoice choice = contender.what();
        return Diagnostic.error(
                        DiagnosticId.NOT_AN_ALLOCATOR,
                        "%s links an allocator that does not exist: %s"
                                .formatted(contender.artifact().coordinates(), choice.type()))
                .at(dialect.declaration(closure.pathTo(contender.artifact())))
                .withDetail(choice.type() + "  chosen in " + closure.pathTo(contender.artifact()))
                .withDetail("expected in " + choice.in() + ", which comes with the heap")
                .withHelp("have %s of the same version as %s among the dependencies, and do not exclude it"
                        .formatted(
                                choice.in(), contender.artifact().coordinates().versionless()));
    }

    private String name() {
        return closure.module().coordinates().versionless();
    }
}
