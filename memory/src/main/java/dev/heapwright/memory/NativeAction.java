package dev.heapwright.memory;

/**
 * An action that may throw. It is not nested in a class for Java 22, as {@link NativeLibrary}, which Java 17 loads as well, implements it.
 *
 * @param <R> type of its result
 */
@FunctionalInterface
interface NativeAction<R> {
    R run() throws Throwable;
}
