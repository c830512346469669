package dev.heapwright.linker.check;

import dev.heapwright.core.link.Artifact;
import dev.heapwright.core.link.Decision;
import dev.heapwright.core.link.Dialect;
import dev.heapwright.core.marker.Marker;
import dev.heapwright.core.name.ClassName;
import dev.heapwright.diagnostic.Diagnostic;
import dev.heapwright.diagnostic.DiagnosticId;
import dev.heapwright.linker.glue.Glue;
import dev.heapwright.linker.packaged.UnseenAllocator;
import java.util.Optional;

/**
 * Compiled glue that is not for what a module runs with now: who compiles without {@code bind}, such as an IDE, keeps that of
 * an earlier build.
 */
final class StaleGlue {
    private StaleGlue() {}

    /**
     * {@return what is wrong if a module's glue is not that which its decision asks for}
     *
     * @param self what its class folder has
     * @param decision about what it runs with
     * @param dialect how help is written
     */
    static Optional<Diagnostic> problem(Artifact self, Decision decision, Dialect dialect) {
        ClassName own = Glue.nameFor(self.coordinates());
        return self.bindings().stream()
                .filter(binding -> binding.glue().equals(own))
                .filter(binding -> !isFor(decision, binding))
                .findFirst()
                .map(binding -> problem(self, binding, decision, dialect));
    }

    /** Why it was linked, and whether it is checked, may be said in another way each time. */
    private static boolean isFor(Decision decision, Marker.OfBinding binding) {
        return decision instanceof Decision.Link link
                && link.allocator().equals(binding.allocator())
                && link.artifact().equals(binding.artifact());
    }

    private static Diagnostic problem(Artifact self, Marker.OfBinding binding, Decision decision, Dialect dialect) {
        String now = decision instanceof Decision.Link link
                ? "must bind to: " + link.allocator() + " of " + link.artifact()
                : "must not have any: " + why(decision);
        Diagnostic stale = Diagnostic.error(
                        DiagnosticId.UNCOMPILED_GLUE,
                        "the glue of %s is not for what it runs with now"
                                .formatted(self.coordinates().versionless()))
                .withDetail("it binds to:  " + binding.allocator() + " of " + binding.artifact())
                .withDetail(now);
        return decision instanceof Decision.Link link && link.artifact().equals(self.coordinates())
                ? UnseenAllocator.help(stale)
                : stale.withHelp("run bind before the sources are compiled; " + dialect.bind());
    }

    private static String why(Decision decision) {
        return decision instanceof Decision.NothingToLink nothing
                ? nothing.reason()
                : "it is bound by an artifact that it runs with";
    }
}
