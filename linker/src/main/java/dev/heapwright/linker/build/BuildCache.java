package dev.heapwright.linker.build;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * A cache for the duration of one build: all modules and threads of the build share it, and each build starts with an
 * empty one, even in a daemon.
 */
public interface BuildCache {
    /**
     * {@return the cached object of a type; all callers get the same one}
     *
     * @param <T> its type
     * @param type its class, which is also the key: if it is loaded twice in a build, each of the two has its own
     *     object
     * @param first creates the object if there is none yet; its result is discarded if another thread was faster
     */
    <T> T get(Class<T> type, Supplier<T> first);

    /**
     * Records that something was done in this build.
     *
     * @param name of it, the same for all copies of this class that are loaded in the build
     * @return whether it had not been recorded before
     */
    boolean mark(String name);

    /**
     * {@return whether something was recorded in this build}
     *
     * @param name of it
     */
    boolean isMarked(String name);

    /** {@return an empty cache in memory, for a build that runs in a single process} */
    static BuildCache inMemory() {
        Map<Class<?>, Object> objects = new ConcurrentHashMap<>();
        Set<String> marks = ConcurrentHashMap.newKeySet();
        return new BuildCache() {
            @Override
            public <T> T get(Class<T> type, Supplier<T> first) {
                return type.cast(objects.computeIfAbsent(type, key -> first.get()));
            }

            @Override
            public boolean mark(String name) {
                return marks.add(name);
            }

            @Override
            public boolean isMarked(String name) {
                return marks.contains(name);
            }
        };
    }
}
