package dev.heapwright.linker.build;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * What is kept for the length of one build: all modules and threads of the build share it, and the next build, in a daemon,
 * too, begins with an empty one.
 */
public interface BuildCache {
    /**
     * {@return the object of a type that is kept; all callers get the same one}
     *
     * @param <T> its type
     * @param type its class, which is its key, too: what is loaded twice in a build has two of them, and each its own object
     * @param first makes it, if there is none yet; what it makes is dropped if another thread was faster
     */
    <T> T get(Class<T> type, Supplier<T> first);

    /**
     * Notes that something was done in this build.
     *
     * @param name of it, the same for all copies of this class that are loaded in the build
     * @return whether it was not noted before
     */
    boolean mark(String name);

    /**
     * {@return whether something was noted in this build}
     *
     * @param name of it
     */
    boolean isMarked(String name);

    /** {@return an empty cache in memory, for a build that one process runs from beginning to end} */
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
