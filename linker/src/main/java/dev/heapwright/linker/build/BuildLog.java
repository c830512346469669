package dev.heapwright.linker.build;

import dev.heapwright.diagnostic.Diagnostic;
import java.util.List;

/** The log of a build tool. */
public interface BuildLog {
    /**
     * Logs what was done.
     *
     * @param line one line
     */
    void info(String line);

    /**
     * Logs what may be surprising but is not wrong.
     *
     * @param line one line
     */
    void warn(String line);

    /**
     * Logs what is only needed for debugging.
     *
     * @param line one line
     */
    void debug(String line);

    /**
     * Logs warnings.
     *
     * @param warnings may be empty
     */
    void warn(List<Diagnostic> warnings);
}
