package dev.heapwright.linker.bind;

import dev.heapwright.core.link.Artifact;
import dev.heapwright.core.link.Closure;
import dev.heapwright.core.link.Decision;
import dev.heapwright.core.name.Coordinates;
import dev.heapwright.diagnostic.DiagnosticException;
import dev.heapwright.linker.artifact.ArtifactReader;
import dev.heapwright.linker.artifact.ClosureReader;
import dev.heapwright.linker.artifact.PassedOver;
import dev.heapwright.linker.glue.Glue;
import dev.heapwright.linker.source.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/**
 * Binds the tests of a module that has no glue itself, as if they were an application. An allocator among the tests'
 * own sources, or in a test dependency, takes precedence over those of the module and its other dependencies.
 *
 * @param binder of the tests
 * @param mainClasses the folder of the module's own class files, which need not exist
 * @param testDependencies the dependencies of the tests only
 */
public record TestBinder(Binder binder, Path mainClasses, Set<Coordinates> testDependencies) {
    /** Copies the set. */
    public TestBinder {
        testDependencies = Set.copyOf(testDependencies);
    }

    /**
     * Binds them.
     *
     * @return the decision, which is not a refusal
     * @throws DiagnosticException if the tests cannot be bound
     * @throws IOException if files cannot be read or written
     */
    public Decision bind() throws DiagnosticException, IOException {
        Artifact main = ArtifactReader.read(mainClasses, binder.module().coordinates());
        Sources sources = binder.sources();
        Decision decision = decide(main, sources);
        binder.carryOut(decision, sources, Glue.NONE, true);
        return decision;
    }

    private Decision decide(Artifact main, Sources sources) throws DiagnosticException {
        if (binder.module().sourceRoots().stream().noneMatch(Files::isDirectory)) {
            return new Decision.NothingToLink("there are no tests");
        } else if (!main.bindings().isEmpty()) {
            return new Decision.NothingToLink("they use the module's own glue");
        }
        boolean own = !sources.allocators().allocators().isEmpty();
        Artifact self =
                own ? Binder.withAllocators(main, sources, binder.module().release()) : main;
        Set<Coordinates> preferred = new HashSet<>(testDependencies);
        if (own) {
            preferred.add(self.coordinates());
        }
        Closure closure = new ClosureReader(binder.cache())
                .read(binder.classpath(), self)
                .closure()
                .preferring(preferred);
        PassedOver.testGlue(closure).forEach(each -> binder.log().info("tests: " + each));
        Decision decision = binder.linker().decide(closure);
        // A library is allowed to see two allocators and to disable defaults, so neither may fail its build.
        return decision instanceof Decision.Refuse refused && !closure.hasAllocatorIn(preferred)
                ? new Decision.NothingToLink("%s; to choose one for the tests, add it as a dependency, and %s"
                        .formatted(
                                refused.problems().get(0).headline(),
                                binder.linker().dialect().testsOnly()))
                : decision;
    }
}
