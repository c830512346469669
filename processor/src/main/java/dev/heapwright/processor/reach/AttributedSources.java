package dev.heapwright.processor.reach;

import com.sun.source.util.JavacTask;
import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Listens to javac, which attributes method bodies long after the last round:
 *
 * <ol>
 * <li>Whenever it has analysed a class, that class's references are collected ({@link ReferenceScanner}).
 * <li>When it has analysed the last one, paths from the allocators are searched for and reported.
 * </ol>
 *
 * <p>If a reference cannot be resolved, or an error stops javac before the last class, nothing is reported: that error
 * must be fixed first.
 */
final class AttributedSources implements TaskListener {
    private final ProcessingEnvironment environment;
    private final Trees trees;
    private final List<String> allocators;
    private final Consumer<Throwable> faults;
    private final References references = new References();
    private final Set<String> awaited = new HashSet<>();

    private AttributedSources(ProcessingEnvironment environment, List<String> allocators, Consumer<Throwable> faults) {
        this.environment = environment;
        this.trees = Trees.instance(environment);
        this.allocators = allocators;
        this.faults = faults;
    }

    /**
     * Starts listening.
     *
     * @throws IllegalArgumentException if the compiler is not javac
     * @throws LinkageError if there is no javac in this JVM
     */
    static void listen(
            ProcessingEnvironment environment,
            List<String> allocators,
            List<TypeElement> sources,
            Consumer<Throwable> faults) {
        AttributedSources listener = new AttributedSources(environment, allocators, faults);
        for (TypeElement source : sources) {
            // A class that was generated as a class file has no tree, and is not analysed.
            if (listener.trees.getPath(source) != null) {
                listener.awaited.add(source.getQualifiedName().toString());
            }
        }
        JavacTask.instance(environment).addTaskListener(listener);
    }

    @Override
    public void finished(TaskEvent event) {
        TypeElement type = event.getTypeElement();
        if (event.getKind() != TaskEvent.Kind.ANALYZE || type == null) {
            return;
        }
        try {
            TreePath path = trees.getPath(type);
            if (path != null) {
                new ReferenceScanner(trees, environment.getElementUtils(), references).scan(path, null);
            }
            if (awaited.remove(type.getQualifiedName().toString()) && awaited.isEmpty() && references.isComplete()) {
                ReachRule.report(environment, allocators, references, this::print);
            }
        } catch (RuntimeException | LinkageError e) {
            faults.accept(e);
        }
    }

    private void print(String message, References.@Nullable Place place) {
        if (place instanceof References.Expression expression) {
            trees.printMessage(Kind.ERROR, message, expression.tree(), expression.unit());
        } else {
            environment.getMessager().printMessage(Kind.ERROR, message);
        }
    }
}
