package dev.heapwright.processor.reach;

import dev.heapwright.core.reach.CircularDependency;
import dev.heapwright.core.reach.Classes;
import dev.heapwright.core.reach.Reach;
import dev.heapwright.diagnostic.DiagnosticRenderer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic.Kind;
import org.jspecify.annotations.Nullable;

/**
 * An allocator's code must not reach code that needs an allocator: neither through the sources being compiled nor
 * further through class files.
 *
 * <p>Javac knows what the sources reference, including in method bodies, when it has attributed them
 * ({@link AttributedSources}). Other compilers only show the declarations ({@link ModelReferences}); the rest is left
 * to the goal {@code check}, which finds the same paths in class files.
 */
public final class ReachRule {
    private ReachRule() {}

    /**
     * Checks the allocators, at once or as soon as the compiler has analysed all sources.
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
            AttributedSources.listen(environment, allocators, sources, faults);
        } catch (IllegalArgumentException | LinkageError e) {
            // The documented exception for an environment that is not javac's; without a JDK, javac's classes are
            // missing.
            References references = new References();
            ModelReferences model = new ModelReferences(environment.getElementUtils(), references);
            sources.forEach(model::add);
            report(environment, allocators, references, (message, place) -> {
                if (place instanceof References.Declaration declaration) {
                    environment.getMessager().printMessage(Kind.ERROR, message, declaration.element());
                } else {
                    environment.getMessager().printMessage(Kind.ERROR, message);
                }
            });
        }
    }

    /** Searches for a path from each allocator, and reports it at the place in the allocator where it starts. */
    static void report(
            ProcessingEnvironment environment,
            List<String> allocators,
            References references,
            BiConsumer<String, References.@Nullable Place> reporter) {
        Classes classes = new CompiledClasses(environment, references);
        for (String allocator : allocators) {
            try {
                Reach.pathToConsumer(allocator, classes)
                        .ifPresent(way -> reporter.accept(
                                DiagnosticRenderer.render(CircularDependency.of(way)),
                                references.place(way.get(0), way.get(1))));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
