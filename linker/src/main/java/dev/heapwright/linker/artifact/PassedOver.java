package dev.heapwright.linker.artifact;

import dev.heapwright.core.name.Coordinates;
import java.util.Comparator;

/**
 * An artifact that has an allocator, and was not linked: who expected that is told why.
 *
 * @param artifact its coordinates
 * @param reason why it was not: {@code scope test}
 */
public record PassedOver(Coordinates artifact, String reason) implements Comparable<PassedOver> {
    private static final Comparator<PassedOver> ORDER =
            Comparator.comparing(PassedOver::artifact).thenComparing(PassedOver::reason);

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
