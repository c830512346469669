package dev.heapwright.core.link;

import dev.heapwright.core.name.Coordinates;
import java.util.Set;

/**
 * Which artifacts of a closure depend on which. Most decisions do not need this, and some only whether a path exists;
 * the whole graph, which is expensive, is only for those that show a path.
 */
public interface Dependencies {
    /** {@return the whole graph} */
    DependencyGraph graph();

    /**
     * {@return whether an artifact may reach one of others, or is one of them: false only if {@link #graph} has no path
     * either}
     *
     * @param from where a path would begin
     * @param others where it would end
     */
    boolean mayReach(Coordinates from, Set<Coordinates> others);
}
