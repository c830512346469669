package dev.heapwright.processor.reach;

import com.sun.source.util.JavacTask;
import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import dev.heapwright.core.reach.CircularDependency;
import dev.heapwright.core.reach.Reach;
import dev.heapwright.core.reach.UnreadableClass;
import dev.heapwright.diagnostic.DiagnosticRenderer;
import dev.heapwright.diagnostic.Location;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic.Kind;

/**
 * Listens to javac, which compiles method bodies long after the last round:
 *
 * <ol>
 * <li>When it has analysed an allocator, the places of what that refers to are collected ({@link ReferenceScanner}).
 * <li>When it has written the class files of the last source, ways from the allocators are searched for in them, and
 *     reported at the place where they start.
 * </ol>
 *
 * <p>If an error stops javac before that, nothing is reported: that error must be fixed first.
 */
final class CompiledSources implements TaskListener {
    private final ProcessingEnvironment environment;
    private final Trees trees;
    private final List<String> allocators;
    private final Consumer<Throwable> faults;
    private final References references = new References();
    private final Set<String> awaited = new HashSet<>();

    private final WrittenClasses written;

    private CompiledSources(ProcessingEnvironment environment, List<String> allocators, Consumer<Throwable> faults) {
        this.environment = environment;
        this.trees = Trees.instance(environment);
        this.allocators = allocators;
        this.faults = faults;
        this.written = new WrittenClasses(environment);
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
        CompiledSources listener = new CompiledSources(environment, allocators, faults);
        for (TypeElement source : sources) {
            // A class that was generated as a class file has no tree, and is not compiled.
            if (listener.trees.getPath(source) != null) {
                listener.awaited.add(source.getQualifiedName().toString());
            }
        }
        JavacTask.instance(environment).addTaskListener(listener);
    }

    @Override
    public void finished(TaskEvent event) {
        TypeElement type = event.getTypeElement();
        // What is declared in package-info.java and module-info.java is not a class, and has no code.
        if (type == null || type.getSimpleName().toString().endsWith("-info")) {
            return;
        }
        try {
            if (event.getKind() == TaskEvent.Kind.ANALYZE) {
                analysed(type);
            } else if (event.getKind() == TaskEvent.Kind.GENERATE) {
                written(type);
            }
        } catch (IOException e) {
            faults.accept(new UncheckedIOException(e));
        } catch (RuntimeException | LinkageError e) {
            faults.accept(e);
        }
    }

    private void analysed(TypeElement type) {
        String name = type.getQualifiedName().toString();
        TreePath path = trees.getPath(type);
        if (path != null && allocators.stream().anyMatch(each -> each.equals(name) || each.startsWith(name + "$"))) {
            new ReferenceScanner(trees, environment.getElementUtils(), references).scan(path, null);
        }
    }

    private void written(TypeElement type) throws IOException {
        written.add(type);
        if (awaited.remove(type.getQualifiedName().toString()) && awaited.isEmpty()) {
            report();
        }
    }

    private void report() throws IOException {
        CompiledClasses classes = new CompiledClasses(environment, written);
        boolean followed = true;
        for (String allocator : allocators) {
            Reach reach = Reach.of(allocator, classes);
            if (!reach.way().isEmpty()) {
                followed = false;
                print(
                        DiagnosticRenderer.render(CircularDependency.of(allocator, reach.way(), Map.of())),
                        references.start(reach.way()));
                written.delete(allocator);
            }
        }
        if (followed) {
            classes.unreadable()
                    .forEach((file, reason) -> print(
                            DiagnosticRenderer.render(UnreadableClass.of(reason).at(new Location.File(file))),
                            Optional.empty()));
        }
    }

    private void print(String message, Optional<References.Place> place) {
        if (place.isPresent()) {
            trees.printMessage(
                    Kind.ERROR, message, place.get().tree(), place.get().unit());
        } else {
            environment.getMessager().printMessage(Kind.ERROR, message);
        }
    }
}
