package dev.heapwright.maven;

import dev.heapwright.core.link.Decision;
import dev.heapwright.core.name.UnknownName;
import dev.heapwright.diagnostic.Diagnostic;
import dev.heapwright.diagnostic.DiagnosticException;
import dev.heapwright.diagnostic.DiagnosticId;
import dev.heapwright.linker.build.BuildModule;
import dev.heapwright.linker.build.ResolvedClasspath;
import dev.heapwright.linker.image.ImageLinker;
import dev.heapwright.linker.image.ProcessDecision;
import dev.heapwright.linker.tree.LinkedModuleReader;
import dev.heapwright.maven.project.ClasspathReader;
import dev.heapwright.maven.project.SourceSet;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * Links the processes of an image that jlink or jpackage made to an allocator: everything in them that calls {@code malloc},
 * the JVM and native libraries included, then calls that allocator, and without its library they do not start. The image is
 * changed in place; the JDK that it was made of is not. Only for Linux with glibc.
 */
@Mojo(
        name = "link-image",
        defaultPhase = LifecyclePhase.PACKAGE,
        requiresDependencyResolution = ResolutionScope.RUNTIME,
        threadSafe = true)
public final class LinkImageMojo extends AbstractHeapwrightMojo {
    private static final List<String> PROCESSES = List.of("linked", "none");

    private final ClasspathReader classpaths;

    /** The folder of the image, which has {@code bin} and {@code lib} in it. */
    @Parameter(property = "heapwright.image", defaultValue = "${project.build.directory}/maven-jlink/default")
    @SuppressWarnings("NullAway.Init") // Maven sets it before it calls execute.
    private File image;

    /** Whether to link the image: {@code linked}, or {@code none} to leave it as it is. */
    @Parameter(property = "heapwright.process", defaultValue = "linked")
    @SuppressWarnings("NullAway.Init")
    private String process;

    /**
     * The allocator of the process: {@code jemalloc}, {@code mimalloc}, or {@code system} for the C library's. By default, it
     * is the one that the heap is bound to. It must be set if that is an allocator of your own, and may be set if that is
     * {@code system}.
     */
    @Parameter(property = "heapwright.processAllocator")
    private @Nullable String processAllocator;

    /**
     * Called by the container.
     *
     * @param classpaths reads what a module runs with
     */
    @Inject
    public LinkImageMojo(ClasspathReader classpaths) {
        this.classpaths = classpaths;
    }

    @Override
    boolean worksOn(String packaging) {
        // An image may be made by a module that compiles nothing.
        return true;
    }

    @Override
    void run(MavenProject project) throws DiagnosticException, IOException {
        if (!PROCESSES.contains(process)) {
            throw new DiagnosticException(List.of(Diagnostic.error(
                            DiagnosticId.INVALID_CONFIGURATION, UnknownName.headline("process", process, PROCESSES))
                    .withHelp("set process to linked or none")));
        }
        if (process.equals("none")) {
            log().info("the image is not linked: process is none");
            return;
        }
        ResolvedClasspath classpath = classpaths.read(session(), project, SourceSet.MAIN);
        ProcessDecision decision = ProcessDecision.of(
                heap(project, classpath), Optional.ofNullable(processAllocator).map(String::strip));
        if (decision instanceof ProcessDecision.Linked linked) {
            List<Path> files = new ImageLinker(linked.allocator(), classpath.locations()).link(image.toPath());
            LinkedImages.add(project, image.toPath(), linked.allocator());
            log().info("linked " + image + " to " + linked.allocator().id() + " (" + linked.reason() + "): "
                    + files.stream().map(Path::toString).collect(Collectors.joining(", ")));
        } else if (decision instanceof ProcessDecision.NotLinked not) {
            log().info("the image is not linked: " + not.reason());
        }
    }

    private Decision heap(MavenProject project, ResolvedClasspath classpath) throws DiagnosticException, IOException {
        BuildModule module = module(project);
        return new LinkedModuleReader(module, classpath, linker(project, module.target()), cache())
                .read(List.of())
                .decision();
    }
}
