package dev.heapwright.processor.reach;

import java.util.List;
import java.util.function.Consumer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.TypeElement;

/**
 * An allocator's code must not reach code that needs an allocator: neither through the sources being compiled nor
 * further through class files.
 *
 * <p>Javac tells when it has compiled the sources ({@link CompiledSources}). With other compilers, and where class files
 * are inaccessible here, it is left to {@code check}, which follows the same code through all class files.
 */
public final class ReachRule {
    private ReachRule() {}

    /**
     * Checks the allocators as soon as the compiler has compiled all sources.
     *
     * @param environment of the compilation, after the last round
     * @param allocators binary names of the allocators that fulfil the contract, at least one
     * @param sources all top-level types of the sources
     * @param faults called with an internal error that occurs after this method has returned
     */
    public static void check(
            ProcessingEnvironment environment,
            List<String> allocators,
            List<TypeElement> sources,
            Consumer<Throwable> faults) {
        try {
            CompiledSources.listen(environment, allocators, sources, faults);
        } catch (IllegalArgumentException | LinkageError e) {
            // The documented exception for an environment that is not javac's; without a JDK, javac's classes are
            // missing.
        }
    }
}
