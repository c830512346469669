package dev.heapwright.maven.project;

import dev.heapwright.linker.build.BuildCache;
import java.util.function.Supplier;
import org.eclipse.aether.SessionData;

/**
 * A cache in Maven's session, which lives as long as the session.
 *
 * @param data of the session
 */
public record SessionCache(SessionData data) implements BuildCache {
    @Override
    public <T> T get(Class<T> type, Supplier<T> first) {
        if (data.get(type) == null) {
            // Only if it is still missing: another thread may have been faster.
            data.set(type, null, first.get());
        }
        return type.cast(data.get(type));
    }

    @Override
    public boolean mark(String name) {
        // Only of JDK types: the reader may have been loaded by another class loader.
        return data.set(name, null, true);
    }

    @Override
    public boolean isMarked(String name) {
        return data.get(name) != null;
    }
}
