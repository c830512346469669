package dev.heapwright.maven.session;

import java.util.function.Supplier;
import org.eclipse.aether.SessionData;

/**
 * Keeps objects with Maven's session. All modules and threads of a build share them, and they go with it: a daemon, in
 * which the plugin stays loaded, begins its next build with nothing.
 */
public final class SessionMemory {
    private SessionMemory() {}

    /**
     * {@return the object of that type which the session keeps}
     *
     * @param <T> its type
     * @param data of the session
     * @param type its class, which is its key, too: a plugin that is loaded twice in a build has two of them, and each
     *     its own object
     * @param first makes it, if the session has none yet
     */
    public static <T> T of(SessionData data, Class<T> type, Supplier<T> first) {
        if (data.get(type) == null) {
            // Only if it is still missing: another thread may have been faster.
            data.set(type, null, first.get());
        }
        return type.cast(data.get(type));
    }
}
