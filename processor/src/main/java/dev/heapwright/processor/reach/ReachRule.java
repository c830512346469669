package dev.heapwright.processor.reach;

import com.sun.source.util.JavacTask;
import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import dev.heapwright.core.diagnostic.DiagnosticRenderer;
import dev.heapwright.core.diagnostic.Faults;
import dev.heapwright.core.reach.CircularDependency;
import dev.heapwright.core.reach.Classes;
import dev.heapwright.core.reach.Reach;
import java.io.IOException;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic.Kind;

/**
 * An allocator's code reaches no code that needs an allocator. What method bodies mention is known to javac only when
 * it has attributed them, long after the last round. So javac is listened to:
 *
 * <ol>
 * <li>Whenever it has analysed a class, what that class mentions is collected ({@link MentionScanner}).
 * <li>When it has analysed the last one, the way from each allocator to a needer is looked for, through the sources and
 *     on through class files ({@link Reach}).
 * <li>What is found is reported at the expression in the allocator that starts the way.
 * </ol>
 *
 * <p>A compilation without an allocator is not listened to. Where something is mentioned that does not exist, or an error stops
 * javac before the last class, there is something else to be mended first. Another compiler than javac cannot be listened to, and the goal {@code check}
 * finds the same way in the class files.
 */
public final class ReachRule implements TaskListener {
    private final ProcessingEnvironment environment;
    private final Trees trees;
    private final Mentions mentions = new Mentions();
    private final Set<String> allocators = new LinkedHashSet<>();
    private final Set<String> awaited = new HashSet<>();

    private ReachRule(ProcessingEnvironment environment, Trees trees) {
        this.environment = environment;
        this.trees = trees;
    }

    /**
     * Begins to listen to the compiler.
     *
     * @param environment of the compilation
     * @return the rule; empty if the compiler is not javac
     */
    public static Optional<ReachRule> listen(ProcessingEnvironment environment) {
        try {
            ReachRule rule = new ReachRule(environment, Trees.instance(environment));
            JavacTask.instance(environment).addTaskListener(rule);
            return Optional.of(rule);
        } catch (IllegalArgumentException | LinkageError e) {
            // Documented for an environment that is not javac's; without a JDK, the classes are not even there.
            return Optional.empty();
        }
    }

    /**
     * Says what is to be looked at.
     *
     * @param allocatorNames binary names of the allocators that kept the contract
     * @param topLevelTypes all top-level types of the sources
     */
    public void expect(List<String> allocatorNames, List<TypeElement> topLevelTypes) {
        allocators.addAll(allocatorNames);
        topLevelTypes.stream()
                .filter(type -> trees.getPath(type) != null)
                .forEach(type -> awaited.add(type.getQualifiedName().toString()));
    }

    @Override
    public void finished(TaskEvent event) {
        if (event.getKind() != TaskEvent.Kind.ANALYZE || event.getTypeElement() == null) {
            return;
        }
        try {
            TypeElement type = event.getTypeElement();
            TreePath path = trees.getPath(type);
            if (path != null) {
                new MentionScanner(trees, environment.getElementUtils(), mentions).scan(path, null);
            }
            if (awaited.remove(type.getQualifiedName().toString()) && awaited.isEmpty() && mentions.isComplete()) {
                Classes classes = new CompiledClasses(environment, mentions);
                for (String allocator : allocators) {
                    Reach.wayToNeeder(allocator, classes).ifPresent(this::report);
                }
            }
        } catch (IOException | RuntimeException e) {
            environment
                    .getMessager()
                    .printMessage(
                            Kind.ERROR,
                            DiagnosticRenderer.render(Faults.internalError("annotation processor", e)
                                    .withHelp("please report it with these lines and the class that was compiled")));
        }
    }

    private void report(List<String> way) {
        Mentions.Place place = mentions.place(way.get(0), way.get(1));
        String message = DiagnosticRenderer.render(CircularDependency.of(way));
        if (place == null) {
            environment.getMessager().printMessage(Kind.ERROR, message);
        } else {
            trees.printMessage(Kind.ERROR, message, place.tree(), place.unit());
        }
    }
}
