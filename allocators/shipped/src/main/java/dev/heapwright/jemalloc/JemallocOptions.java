package dev.heapwright.jemalloc;

import java.util.Locale;
import java.util.Map;

/** What jemalloc is told when it is loaded, where it reads the variable {@code JE_MALLOC_CONF}. */
final class JemallocOptions {
    private JemallocOptions() {}

    /**
     * {@return the environment for loading jemalloc; it yields to one that the user has set}
     *
     * @see <a href="https://jemalloc.net/jemalloc.3.html#tuning">jemalloc(3), Tuning</a>
     */
    static Map<String, String> environment() {
        return Map.of(
                "JE_MALLOC_CONF", of(Runtime.getRuntime().availableProcessors(), System.getProperty("os.name", "")));
    }

    /**
     * {@return the options}
     *
     * <ul>
     *   <li>{@code narenas}: jemalloc has 4 arenas for each processor. It counts those of the machine, of which a
     *       container may use a few; Java counts those. Each arena keeps free memory of its own.
     *   <li>{@code background_thread}: free memory is given back by a thread of jemalloc, rather than by whichever
     *       thread happens to free a block when it is time, and also when no thread frees any more. Only there is it
     *       asked for where jemalloc has it, on systems with pthreads that let a library start one; elsewhere it would
     *       print a complaint.
     * </ul>
     *
     * @param processors that the JVM may use
     * @param osName as Java has it
     */
    static String of(int processors, String osName) {
        String arenas = "narenas:" + (processors > 1 ? 4 * processors : 1);
        return switch (osName.toLowerCase(Locale.ROOT)) {
            case "linux", "freebsd" -> arenas + ",background_thread:true";
            default -> arenas;
        };
    }
}
