package dev.heapwright.cli;

import dev.heapwright.core.link.Artifact;
import dev.heapwright.core.link.DefaultAllocator;
import dev.heapwright.core.link.Dialect;
import dev.heapwright.core.link.Kind;
import dev.heapwright.core.link.LinkTarget;
import dev.heapwright.core.link.Linker;
import dev.heapwright.core.link.PlainDialect;
import dev.heapwright.core.name.Coordinates;
import dev.heapwright.diagnostic.DiagnosticException;
import dev.heapwright.linker.artifact.ArtifactFiles;
import dev.heapwright.linker.artifact.ClosureReader;
import dev.heapwright.linker.artifact.JarCoordinates;
import dev.heapwright.linker.artifact.ListedClasspath;
import dev.heapwright.linker.artifact.ManifestClassPath;
import dev.heapwright.linker.build.BuildCache;
import dev.heapwright.linker.build.BuildModule;
import dev.heapwright.linker.build.DetectedKind;
import dev.heapwright.linker.build.GradleDialect;
import dev.heapwright.linker.build.PathList;
import dev.heapwright.linker.build.ResolvedClasspath;
import dev.heapwright.linker.check.AllocatorCode;
import dev.heapwright.linker.glue.Glue;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options for the module that is built. */
@SuppressWarnings("NullAway.Init") // Required options and those with a default are set before a command runs.
final class ModuleOptions {
    /** The version of Heapwright, which all its artifacts share. */
    static final String VERSION =
            ResourceBundle.getBundle("dev.heapwright.cli.version").getString("version");

    /** The build tool that help is written for. */
    enum BuildTool {
        PLAIN,
        GRADLE
    }

    @Option(names = "--module", required = true, description = "the module that is built: group:name:version")
    private Coordinates module;

    @Option(names = "--kind", required = true, description = "what it produces: ${COMPLETION-CANDIDATES}")
    private Kind kind;

    @Option(
            names = "--release",
            required = true,
            converter = JavaRelease.class,
            description = "the Java release that it is compiled for, such as 17")
    private int release;

    @Option(names = "--source-path", defaultValue = "", description = "the folders of its sources")
    private String sourcePath;

    @Option(names = "--encoding", defaultValue = "UTF-8", description = "of its sources; default: ${DEFAULT-VALUE}")
    private Charset encoding;

    @Option(names = "--build-folder", defaultValue = "build", description = "where glue is generated; default: build")
    private Path buildFolder;

    @Option(names = "--classes", description = "the folder of its class files; default: classes in the build folder")
    private @Nullable Path classes;

    @Option(names = "--allocator", description = "what to link if nothing is linked explicitly, such as mimalloc")
    private @Nullable String allocator;

    @Option(
            names = "--build-tool",
            defaultValue = "plain",
            description = "the build tool that help is written for: plain or gradle")
    private BuildTool buildTool;

    @Option(
            names = "--class-path",
            defaultValue = "",
            description = "jars and class folders that it runs with;"
                    + " each is identified by its Maven metadata or its file name")
    private String classPath;

    @Option(
            names = "--artifacts",
            description = "a file that lists what it runs with:"
                    + " ARTIFACT=PATH lines, each artifact GROUP:NAME:VERSION or GROUP:NAME:VERSION:CLASSIFIER")
    private @Nullable Path artifacts;

    @Option(
            names = "--dependencies",
            description = "a file that lists who depends on whom: ARTIFACT->ARTIFACT lines;"
                    + " else the module is taken to depend on all")
    private @Nullable Path dependencies;

    BuildModule module(ResolvedClasspath resolved) throws IOException {
        return new BuildModule(
                module,
                new DetectedKind(kind, "configured"),
                release,
                PathList.parse(sourcePath),
                encoding,
                classes(),
                BuildModule.Folders.in(buildFolder),
                dependencies == null ? Set.of() : resolved.direct(module));
    }

    ResolvedClasspath classpath() throws DiagnosticException, IOException {
        // As java is given it: with what manifests add, and with the module itself.
        List<Path> others = ManifestClassPath.followed(PathList.parse(classPath)).stream()
                .filter(path -> !isEarlierBuild(path))
                .toList();
        ResolvedClasspath listed = new ListedClasspath(
                        Optional.ofNullable(artifacts), others, Optional.ofNullable(dependencies))
                .read(module);
        DiagnosticException.throwIfAny(ListedClasspath.missing(listed));
        return listed;
    }

    /** What an earlier build has made of the module is not what it runs with: its class folder, or a jar, whatever it is called. */
    private boolean isEarlierBuild(Path path) {
        if (path.toAbsolutePath().normalize().equals(classes().toAbsolutePath().normalize())
                || JarCoordinates.of(path).isVersionOf(module)) {
            return true;
        }
        try (ArtifactFiles files = ArtifactFiles.open(path)) {
            return files.contains(Glue.nameFor(module).classFile());
        } catch (IOException | IllegalArgumentException e) {
            // Whatever reads what is in it reports what is wrong with it.
            return false;
        }
    }

    private Path classes() {
        return classes == null ? buildFolder.resolve("classes") : classes;
    }

    /** The dependencies of an allocator's artifact may be unknown; what its code reaches can be determined. */
    ResolvedClasspath checkedClasspath(BuildCache cache) throws DiagnosticException, IOException {
        ResolvedClasspath resolved = classpath();
        if (dependencies == null) {
            DiagnosticException.throwIfAny(AllocatorCode.follow(
                            resolved.artifacts(),
                            module,
                            new ClosureReader(cache)
                                    .read(resolved, Artifact.of(module))
                                    .closure()
                                    .dependencies())
                    .problems());
        }
        return resolved;
    }

    Linker linker() throws DiagnosticException {
        Dialect dialect = buildTool == BuildTool.GRADLE ? GradleDialect.SCRIPT : PlainDialect.INSTANCE;
        return new Linker(
                new LinkTarget(kind, release),
                DefaultAllocator.configured(kind, Arrays.asList(allocator), dialect),
                VERSION,
                dialect);
    }
}
