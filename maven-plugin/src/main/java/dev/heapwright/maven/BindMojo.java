package dev.heapwright.maven;

import dev.heapwright.core.diagnostic.Diagnostic;
import dev.heapwright.core.diagnostic.DiagnosticId;
import dev.heapwright.core.diagnostic.RefusedException;
import dev.heapwright.core.link.Artifact;
import dev.heapwright.core.link.Closure;
import dev.heapwright.core.link.Decision;
import dev.heapwright.core.link.Linker;
import dev.heapwright.core.name.Coordinates;
import dev.heapwright.maven.artifact.ArtifactReader;
import dev.heapwright.maven.glue.Glue;
import dev.heapwright.maven.glue.GlueFolders;
import dev.heapwright.maven.project.ClosureReader;
import dev.heapwright.maven.project.DependencyInjection;
import dev.heapwright.maven.project.DetectedKind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Resource;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.apache.maven.project.DependencyResolutionException;
import org.apache.maven.project.MavenProject;

/**
 * Binds the module to exactly one allocator: decides which, adds it to the dependencies if it is a default, and
 * generates the glue that joins the heap to it. A library is left unbound.
 */
@Mojo(
        name = "bind",
        defaultPhase = LifecyclePhase.GENERATE_SOURCES,
        requiresDependencyResolution = ResolutionScope.RUNTIME,
        threadSafe = true)
public final class BindMojo extends AbstractHeapwrightMojo {
    private final DependencyInjection injection;

    /**
     * Whether the glue checks how the program uses its blocks: it finds blocks that are given back twice, that are used
     * after that, that are written past their ends or never given back, and says where they were allocated. That takes
     * time and memory, so it is for tests and for the search for such a mistake.
     */
    @Parameter(property = "heapwright.checked", defaultValue = "false")
    private boolean checked;

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    @SuppressWarnings("NullAway.Init") // Maven sets it before it calls execute.
    private MavenSession session;

    /** The allocators of Heapwright itself have the plugin's version. */
    @Parameter(defaultValue = "${plugin.version}", readonly = true, required = true)
    @SuppressWarnings("NullAway.Init")
    private String version;

    /**
     * For the container.
     *
     * @param injection adds the default allocator
     */
    @Inject
    public BindMojo(DependencyInjection injection) {
        this.injection = injection;
    }

    @Override
    void run(MavenProject module) throws RefusedException, IOException {
        DetectedKind kind = DetectedKind.of(configuredKind(), module);
        getLog().debug("kind: " + kind);
        Coordinates coordinates = ClosureReader.coordinates(module);
        // Its own classes are not compiled yet; what they turn out to be, check sees.
        Artifact self = new Artifact(coordinates, List.of(), List.of(), List.of(), List.of(coordinates));
        Closure closure = ClosureReader.read(module, self);
        Decision decision = Linker.decide(closure, kind.kind());
        boolean byDefault = decision instanceof Decision.LinkDefault;
        if (byDefault) {
            decision = Linker.linkDefault(inject(module, self, systemAllocator()), kind.kind());
        }
        Glue glue = Glue.NONE;
        if (decision instanceof Decision.Refuse refused) {
            throw new RefusedException(refused.problems());
        } else if (decision instanceof Decision.Link decided) {
            Decision.Link link = checked ? decided.withChecks() : decided;
            Path allocator = ClosureReader.locate(module, link.artifact());
            glue = Glue.of(coordinates, link, ArtifactReader.optionalFunctions(allocator, link.allocator()));
            getLog().info("bound to " + link.text());
            if (byDefault) {
                getLog().info("  added to this build only: the module's POM does not list it. To declare it:");
                getLog().info("  " + dependency(link.artifact()));
            }
        } else if (decision instanceof Decision.Adopt adopted) {
            // A default that was added to that dependency's build is not in its POM.
            if (closure.artifacts().stream()
                    .allMatch(artifact -> artifact.allocators().isEmpty())) {
                inject(module, self, adopted.binding().artifact());
            }
            getLog().info("bound to " + adopted.text());
            if (checked && !adopted.checked()) {
                getLog().warn("  not checked: the glue is that of " + adopted.from()
                        + "; set checked where it is built");
            }
        } else if (decision instanceof Decision.NothingToLink nothing) {
            getLog().info("not bound: " + nothing.reason() + "; kind: " + kind);
        }
        generate(module, glue);
    }

    private Coordinates systemAllocator() {
        return new Coordinates("dev.heapwright", "heapwright-system", version);
    }

    private Artifact inject(MavenProject module, Artifact self, Coordinates allocator) throws RefusedException {
        try {
            injection.add(session, module, allocator);
        } catch (DependencyResolutionException e) {
            throw new RefusedException(List.of(Diagnostic.error(
                            DiagnosticId.UNREADABLE_ARTIFACT, "the allocator " + allocator + " cannot be had")
                    .withDetail(String.valueOf(e.getMessage()))
                    .withHelp("make it available where Maven looks for dependencies, or declare another allocator:")
                    .withHelp("a dependency on an artifact with an @Allocator class is linked instead")));
        }
        return ClosureReader.read(module, self).dependencies().stream()
                .filter(artifact -> artifact.coordinates().versionless().equals(allocator.versionless()))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalStateException(allocator + " was resolved and is not among the artifacts"));
    }

    private void generate(MavenProject module, Glue glue) throws IOException {
        GlueFolders folders = new GlueFolders(Path.of(module.getBuild().getDirectory()));
        folders.write(glue);
        folders.cleanOutput(Path.of(module.getBuild().getOutputDirectory()), glue);
        if (!glue.equals(Glue.NONE)) {
            module.addCompileSourceRoot(folders.sources().toString());
            Resource resources = new Resource();
            resources.setDirectory(folders.resources().toString());
            module.addResource(resources);
        }
    }

    private static String dependency(Coordinates artifact) {
        return "<dependency><groupId>%s</groupId><artifactId>%s</artifactId><version>%s</version></dependency>"
                .formatted(artifact.groupId(), artifact.artifactId(), artifact.version());
    }
}
