package dev.heapwright.core.link;

import dev.heapwright.core.name.Coordinates;
import java.util.Set;

/**
 * Who depends on whom in a closure. Most decisions need none of it, and some only whether there is a way at all; the whole
 * of it, which takes time to find out, is for those that have a path to show.
 */
public interface Dependencies {
    /**
     * {@return all of it}
     */
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
