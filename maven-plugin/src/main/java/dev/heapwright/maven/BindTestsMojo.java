package dev.heapwright.maven;

import dev.heapwright.core.link.Decision;
import dev.heapwright.core.link.Kind;
import dev.heapwright.diagnostic.DiagnosticException;
import dev.heapwright.linker.bind.Binder;
import dev.heapwright.linker.bind.TestBinder;
import dev.heapwright.linker.build.BuildModule;
import dev.heapwright.linker.build.DetectedKind;
import dev.heapwright.linker.build.OtherArtifacts;
import dev.heapwright.linker.process.ProcessSettings;
import dev.heapwright.maven.project.ClasspathReader;
import dev.heapwright.maven.project.SourceSet;
import dev.heapwright.maven.project.TargetRelease;
import dev.heapwright.maven.project.TestModulePath;
import java.io.IOException;
import java.util.Set;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.apache.maven.project.MavenProject;

/**
 * Binds the unit tests of a module that is not bound itself, such as a library, as if they were an application. An
 * allocator among the tests' own sources, or in a dependency of scope {@code test}, takes precedence over those of the
 * module and its other dependencies. The glue is not packaged.
 */
@Mojo(
        name = "bind-tests",
        defaultPhase = LifecyclePhase.GENERATE_TEST_SOURCES,
        requiresDependencyResolution = ResolutionScope.TEST,
        threadSafe = true)
public final class BindTestsMojo extends AbstractBindMojo {
    /**
     * Called by the container.
     *
     * @param classpaths reads what a module runs with
     */
    @Inject
    public BindTestsMojo(ClasspathReader classpaths) {
        super(classpaths, SourceSet.TESTS);
    }

    @Override
    void run(MavenProject project) throws DiagnosticException, IOException {
        BuildModule tests = SourceSet.TESTS.module(
                project,
                new DetectedKind(Kind.APPLICATION, "tests are started"),
                TargetRelease.ofTests(project, userProperties()));
        Binder binder =
                binder(project, tests, OtherArtifacts.NONE, linker(project, tests.target()), ProcessSettings.NONE);
        Decision decision = new TestBinder(
                        binder, SourceSet.MAIN.classes(project), Set.copyOf(ClasspathReader.testDependencies(project)))
                .bind();
        SourceSet.TESTS.addGlue(project);
        if (decision instanceof Decision.Link && TestModulePath.isUsed(project, userProperties())) {
            binder.log().warn("  the tests run on the module path, where the binding is not found: configure");
            binder.log().warn("  maven-surefire-plugin with <useModulePath>false</useModulePath>");
        }
    }
}
