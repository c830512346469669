package dev.heapwright.linker.artifact;

import dev.heapwright.core.link.Artifact;
import dev.heapwright.core.link.Closure;
import dev.heapwright.core.name.Coordinates;
import java.util.Comparator;
import java.util.List;

/**
 * An artifact that has an allocator or glue, and was not linked, with the reason, for users who expected it to be.
 *
 * @param artifact its coordinates
 * @param reason why it was not: {@code scope test}
 */
public record PassedOver(Coordinates artifact, String reason) implements Comparable<PassedOver> {
    private static final Comparator<PassedOver> ORDER =
            Comparator.comparing(PassedOver::artifact).thenComparing(PassedOver::reason);

    /**
     * {@return the artifacts with glue for tests, which binds nobody who runs with them}
     *
     * @param closure the module and what it runs with
     */
    public static List<PassedOver> testGlue(Closure closure) {
        return closure.dependencies().stream()
                .filter(Artifact::testGlue)
                .map(artifact -> new PassedOver(artifact.coordinates(), "its glue is for its own tests"))
                .sorted()
                .toList();
    }

    /** By coordinates, then by reason. */
    @Override
    public int compareTo(PassedOver other) {
        return ORDER.compare(this, other);
    }

    /** {@return for the log: {@code passed over: com.acme:pool:1.2 (scope test)}} */
    @Override
    public String toString() {
        return "passed over: " + artifact + " (" + reason + ")";
    }
}
