package dev.heapwright.linker.build;

import dev.heapwright.diagnostic.Diagnostic;
import java.util.List;

/** Where a build tool shows what is found out, in its own style. */
public interface BuildLog {
    /**
     * Says what was done.
     *
     * @param line one line
     */
    void info(String line);

    /**
     * Says what may surprise, though nothing is wrong with it.
     *
     * @param line one line
     */
    void warn(String line);

    /**
     * Says what only the search for a fault needs.
     *
     * @param line one line
     */
    void debug(String line);

    /**
     * Shows warnings.
     *
     * @param warnings none, or some
     */
    void warn(List<Diagnostic> warnings);
}
