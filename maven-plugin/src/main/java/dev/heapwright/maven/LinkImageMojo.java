package dev.heapwright.maven;

import dev.heapwright.diagnostic.DiagnosticException;
import dev.heapwright.linker.image.ImageLinker;
import dev.heapwright.linker.packaged.FinalJar;
import dev.heapwright.linker.process.ProcessDecision;
import dev.heapwright.linker.process.ProcessMode;
import dev.heapwright.maven.project.ClasspathReader;
import dev.heapwright.maven.project.FinalJars;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.apache.maven.project.MavenProject;

/**
 * Links the processes of an image that jlink or jpackage made to an allocator: everything in them that calls {@code malloc},
 * the JVM and native libraries included, then calls that allocator, and without its library they do not start. The image is
 * changed in place, also in a zip file of the module that has it in it; the JDK that it was made of is not. Only for Linux with glibc.
 */
@Mojo(
        name = "link-image",
        defaultPhase = LifecyclePhase.PACKAGE,
        requiresDependencyResolution = ResolutionScope.RUNTIME,
        threadSafe = true)
public final class LinkImageMojo extends AbstractProcessMojo {
    /** The folder of the image, which has {@code bin} and {@code lib} in it. */
    @Parameter(property = "heapwright.image", defaultValue = "${project.build.directory}/maven-jlink/default")
    @SuppressWarnings("NullAway.Init") // Maven sets it before it calls execute.
    private File image;

    /**
     * Whether to link the image: {@code linked}, or {@code none} or {@code preloaded} to leave it as it is.
     */
    @Parameter(property = "heapwright.process", defaultValue = "linked")
    @SuppressWarnings("NullAway.Init")
    private String process;

    /**
     * Called by the container.
     *
     * @param classpaths reads what a module runs with
     */
    @Inject
    public LinkImageMojo(ClasspathReader classpaths) {
        super(classpaths, ProcessMode.LINKED);
    }

    @Override
    String process() {
        return process;
    }

    @Override
    void link(MavenProject project, ProcessDecision.Linked linked, List<Path> classpath)
            throws DiagnosticException, IOException {
        ImageLinker linker = new ImageLinker(linked.allocator(), classpath);
        List<Path> files = linker.link(image.toPath());
        LinkedImages.add(project, image.toPath(), linked.allocator());
        log().info("linked " + image + " to " + linked.allocator().id() + " (" + linked.reason() + "): "
                + files.stream().map(Path::toString).collect(Collectors.joining(", ")));
        for (FinalJar zip : FinalJars.zips(project)) {
            if (linker.linkPacked(image.toPath(), zip.file())) {
                log().info("linked it in " + zip.file() + ", too");
            }
        }
    }

    @Override
    void leave(String reason) {
        log().info("the image is not linked: " + reason);
    }
}
