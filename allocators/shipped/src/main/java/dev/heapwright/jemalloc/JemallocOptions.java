package dev.heapwright.jemalloc;

import java.util.Locale;
import java.util.Map;

/** The options for jemalloc, which it reads from the variable {@code JE_MALLOC_CONF} when it is loaded. */
final class JemallocOptions {
    private JemallocOptions() {}

    /**
     * {@return the environment for loading jemalloc; a variable that the user has set takes precedence}
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
     *   <li>{@code narenas}: jemalloc has 4 arenas for each processor. It counts the processors of the machine, of
     *       which a container may use only a few; Java counts the latter. Each arena keeps free memory of its own.
     *   <li>{@code background_thread}: free memory is returned to the operating system by a thread of jemalloc, rather
     *       than by a thread that happens to free a block when it is due, and also when no thread frees blocks any
     *       more. It is requested only where jemalloc supports it, on systems with pthreads that let a library start a
     *       thread; elsewhere jemalloc would print a warning.
     * </ul>
     *
     * @param processors that the JVM may use
     * @param osName as in Java's property {@code os.name}
     */
    static String of(int processors, String osName) {
        String arenas = "narenas:" + (processors > 1 ? 4 * processors : 1);
        return switch (osName.toLowerCase(Locale.ROOT)) {
            case "linux", "freebsd" -> arenas + ",background_thread:true";
            default -> arenas;
        };
    }
}
