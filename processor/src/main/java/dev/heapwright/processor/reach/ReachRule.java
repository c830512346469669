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
 * An allocator's code reaches no code that needs an allocator: neither through the sources being compiled nor on through
 * class files.
 *
 * <p>What the sources reference, method bodies included, is known to javac when it has attributed them ({@link
 * AttributedSources}). Of another compiler there are just the declarations ({@link ModelReferences}), and the rest is left
 * to the goal {@code check}, which finds the same ways in class files.
 */
public final class ReachRule {
    private ReachRule() {}

    /**
     * Checks it, at once or as soon as the compiler has seen all.
     *
     * @param environment of the compilation, after the last round
     * @param allocators binary names of the allocators that kept the contract, at least one
     * @param sources all top-level types of the sources
     * @param faults told of what goes wrong here after this method has returned
     */
    public static void check(
            ProcessingEnvironment environment,
            List<String> allocators,
            List<TypeElement> sources,
            Consumer<Throwable> faults) {
        try {
            AttributedSources.listen(environment, allocators, sources, faults);
        } catch (IllegalArgumentException | LinkageError e) {
            // Documented for an environment that is not javac's; without a JDK, the classes are not even there.
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

    /** Looks for a way from each allocator, and reports it at the place in the allocator that starts it. */
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
