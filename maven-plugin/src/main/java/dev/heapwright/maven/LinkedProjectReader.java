package dev.heapwright.maven;

import dev.heapwright.core.link.Linker;
import dev.heapwright.diagnostic.Diagnostic;
import dev.heapwright.diagnostic.DiagnosticException;
import dev.heapwright.diagnostic.DiagnosticId;
import dev.heapwright.diagnostic.Location;
import dev.heapwright.linker.build.BuildModule;
import dev.heapwright.linker.build.ResolvedClasspath;
import dev.heapwright.linker.tree.LinkedModule;
import dev.heapwright.linker.tree.LinkedModuleReader;
import dev.heapwright.maven.project.ClassFolders;
import dev.heapwright.maven.project.ClasspathReader;
import dev.heapwright.maven.project.DependencyResolution;
import dev.heapwright.maven.project.OtherDependencies;
import dev.heapwright.maven.project.SessionCache;
import dev.heapwright.maven.project.SourceSet;
import java.io.IOException;
import java.util.List;
import javax.inject.Inject;
import javax.inject.Named;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.DependencyResolutionException;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystemSession;

/** Determines what a module is bound to, without changing it, if Maven has not resolved its dependencies. */
@Named
public final class LinkedProjectReader {
    private final ClasspathReader classpaths;
    private final OtherDependencies others;
    private final DependencyResolution resolution;

    /**
     * Called by the container.
     *
     * @param classpaths reads what a module runs with
     * @param others reads what it does not run with
     * @param resolution resolves its dependencies
     */
    @Inject
    public LinkedProjectReader(ClasspathReader classpaths, OtherDependencies others, DependencyResolution resolution) {
        this.classpaths = classpaths;
        this.others = others;
        this.resolution = resolution;
    }

    /**
     * What was read of a module.
     *
     * @param module the module, with everything that it runs with
     * @param classpath where that is
     */
    record Reading(LinkedModule module, ResolvedClasspath classpath) {}

    /**
     * Reads a module.
     *
     * @param build that the module is part of
     * @param project the module, which need not be resolved
     * @param module the same module, for the linker
     * @param linker makes the decision
     * @return the module, with everything that it runs with
     * @throws DiagnosticException if its dependencies cannot be resolved
     * @throws IOException if a class file can no longer be read
     */
    Reading read(MavenSession build, MavenProject project, BuildModule module, Linker linker)
            throws DiagnosticException, IOException {
        RepositorySystemSession session = ClassFolders.of(build);
        MavenProject resolved = project.clone();
        resolve(session, resolved);
        ResolvedClasspath classpath = classpaths.read(session, resolved, SourceSet.MAIN);
        LinkedModuleReader reader = new LinkedModuleReader(
                module, classpath, others.of(session, resolved), linker, new SessionCache(session.getData()));
        return new Reading(
                reader.read(ClassFolders.missing(build, resolved).stream()
                        .map(LinkedProjectReader::notCompiled)
                        .toList()),
                classpath);
    }

    private void resolve(RepositorySystemSession session, MavenProject module) throws DiagnosticException {
        try {
            resolution.resolve(session, module);
        } catch (DependencyResolutionException e) {
            throw new DiagnosticException(List.of(Diagnostic.error(
                            DiagnosticId.UNREADABLE_ARTIFACT,
                            "the dependencies of " + ClasspathReader.coordinates(module) + " could not be resolved")
                    .withDetail(String.valueOf(e.getMessage()))
                    .withHelp("make them available in a repository that Maven uses")));
        }
    }

    private static Diagnostic notCompiled(MavenProject module) {
        return Diagnostic.error(
                        DiagnosticId.UNREADABLE_ARTIFACT,
                        "module " + ClasspathReader.coordinates(module) + " of this build is not compiled")
                .at(new Location.File(SourceSet.MAIN.classes(module).toString()))
                .withHelp("compile it once before running this goal: mvn compile");
    }
}
