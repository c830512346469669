package dev.heapwright.core.link;

import dev.heapwright.core.diagnostic.Diagnostic;
import dev.heapwright.core.diagnostic.DiagnosticId;
import dev.heapwright.core.name.Coordinates;

/**
 * Explains why what would be linked cannot be, or is not there.
 *
 * @param closure the module being built and what it runs with
 * @param product what it produces
 */
record Refusals(Closure closure, Product product) {

    /** {@return that an allocator which was chosen does not run on the Java that the module is compiled for} */
    Diagnostic unavailableForTarget(Party<AllocatorClass> party) {
        AllocatorClass allocator = party.what();
        return Diagnostic.error(
                        DiagnosticId.UNAVAILABLE_FOR_TARGET,
                        "%s is compiled for Java %d, its allocator %s needs Java %d"
                                .formatted(name(), product.release(), allocator.type(), allocator.release()))
                .withDetail(allocator.type() + "  via " + closure.pathTo(party.artifact()))
                .withHelp("compile for that Java, with <maven.compiler.release>%d</maven.compiler.release>,"
                        .formatted(allocator.release()))
                .withHelp("or depend on another allocator, or on none to have the system's by default");
    }

    /** {@return that nothing is linked explicitly and nothing by default} */
    Diagnostic noAllocator(String heapwrightVersion) {
        Diagnostic problem = Diagnostic.error(
                DiagnosticId.NO_ALLOCATOR,
                "%s needs an allocator and is linked to none: the default is turned off".formatted(name()));
        for (Artifact artifact : closure.nearestFirst()) {
            if (!artifact.needers().isEmpty()) {
                problem =
                        problem.withDetail(artifact.needers().get(0) + "  needs one, via " + closure.pathTo(artifact));
            }
        }
        Coordinates system = ShippedAllocator.SYSTEM.artifact(heapwrightVersion);
        return problem.withHelp("depend on an allocator, such as")
                .withHelp(system.dependency())
                .withHelp("or leave the default on: remove <allocator>none</allocator> or -Dheapwright.allocator=none");
    }

    /** {@return that the artifact which was configured as the default holds no allocator} */
    Diagnostic notAnAllocator(Coordinates configured) {
        return Diagnostic.error(
                        DiagnosticId.NOT_AN_ALLOCATOR,
                        "the default allocator of %s is no allocator: %s has no @Allocator class"
                                .formatted(name(), configured))
                .withHelp("configure an artifact with an @Allocator class that was built with heapwright-processor,")
                .withHelp("or one of system, jemalloc, mimalloc");
    }

    private String name() {
        return closure.module().coordinates().versionless();
    }
}
