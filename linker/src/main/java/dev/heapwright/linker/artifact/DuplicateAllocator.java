package dev.heapwright.linker.artifact;

import dev.heapwright.core.link.AllocatorClass;
import dev.heapwright.core.link.Artifact;
import dev.heapwright.diagnostic.Diagnostic;
import dev.heapwright.diagnostic.DiagnosticId;
import java.util.Optional;

/** A module has one allocator. The processor sees the classes that are compiled together, which need not be all. */
public final class DuplicateAllocator {
    private DuplicateAllocator() {}

    /**
     * {@return what is wrong, naming the allocators, if there are several}
     *
     * @param module all classes of a module
     */
    public static Optional<Diagnostic> problem(Artifact module) {
        if (module.allocators().size() < 2) {
            return Optional.empty();
        }
        Diagnostic diagnostic = Diagnostic.error(
                DiagnosticId.DUPLICATE_ALLOCATOR,
                "module %s has %d @Allocator classes; only one is allowed"
                        .formatted(
                                module.coordinates().versionless(),
                                module.allocators().size()));
        for (AllocatorClass allocator : module.allocators()) {
            diagnostic = diagnostic.withDetail(allocator.type().binary());
        }
        return Optional.of(
                diagnostic.withHelp("keep @Allocator on one of them, and move the others to separate modules"));
    }
}
