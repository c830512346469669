package dev.heapwright.maven.project;

import dev.heapwright.core.diagnostic.Diagnostic;
import dev.heapwright.core.link.Decision;
import dev.heapwright.maven.glue.Glue;
import dev.heapwright.maven.module.JavaModule;
import dev.heapwright.maven.module.NotProvided;
import dev.heapwright.maven.module.ReadModules;
import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.maven.project.MavenProject;

/** Holds what a named Java module declares against what its glue needs on the module path. */
public final class ModulePath {
    private ModulePath() {}

    /**
     * {@return what is missing in the declaration, if anything is}
     *
     * @param modules which modules its dependencies are
     * @param project the module, its dependencies resolved
     * @param declaration what it declares, in its source or compiled
     * @param link what it is bound to
     * @throws IOException if an artifact cannot be read
     */
    public static Optional<Diagnostic> problem(
            ReadModules modules, MavenProject project, JavaModule declaration, Decision.Link link) throws IOException {
        List<ModuleDescriptor> dependencies = new ArrayList<>();
        for (Path location : ClosureReader.locations(project, Part.MAIN)) {
            modules.read(location).ifPresent(dependencies::add);
        }
        return NotProvided.problem(
                declaration.reading(dependencies),
                Glue.nameFor(ClosureReader.coordinates(project)),
                moduleOf(modules, project, link));
    }

    /** {@return the Java module that holds the allocator, unless it is the one that is bound} */
    private static Optional<String> moduleOf(ReadModules modules, MavenProject project, Decision.Link link)
            throws IOException {
        return link.artifact().equals(ClosureReader.coordinates(project))
                ? Optional.empty()
                : modules.read(ClosureReader.locate(project, link.artifact())).map(ModuleDescriptor::name);
    }
}
