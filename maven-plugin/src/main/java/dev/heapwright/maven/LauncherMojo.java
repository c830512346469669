package dev.heapwright.maven;

import dev.heapwright.diagnostic.DiagnosticException;
import dev.heapwright.linker.launcher.Launcher;
import dev.heapwright.linker.process.ProcessDecision;
import dev.heapwright.linker.process.ProcessMode;
import dev.heapwright.maven.project.ClasspathReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.apache.maven.project.MavenProject;

/**
 * Makes a launcher for programs that are not delivered as an image: a folder with the script {@code heapwright-launch} and an
 * allocator's libraries, to be copied into a distribution or a container. {@code heapwright-launch java -jar app.jar} starts the
 * program with that allocator: everything in the process that calls {@code malloc}, the JVM and native libraries included, then
 * calls that allocator. If the library is missing, or is another one, the program is not started, and the exit status is 78.
 * Only for Linux with glibc.
 */
@Mojo(
        name = "launcher",
        defaultPhase = LifecyclePhase.PREPARE_PACKAGE,
        requiresDependencyResolution = ResolutionScope.RUNTIME,
        threadSafe = true)
public final class LauncherMojo extends AbstractProcessMojo {
    /** The folder to make. Only an earlier launcher in it is replaced. */
    @Parameter(
            property = "heapwright.launcherDirectory",
            defaultValue = "${project.build.directory}/heapwright-launcher")
    @SuppressWarnings("NullAway.Init") // Maven sets it before it calls execute.
    private File launcherDirectory;

    /**
     * Whether to make the launcher: {@code preloaded}, or {@code none} or {@code linked} to make none, and delete that of an
     * earlier build. Set it for the whole plugin, so that {@code bind} has the heap verify how the program was started.
     */
    @Parameter(property = "heapwright.process", defaultValue = "preloaded")
    @SuppressWarnings("NullAway.Init")
    private String process;

    /**
     * Called by the container.
     *
     * @param classpaths reads what a module runs with
     */
    @Inject
    public LauncherMojo(ClasspathReader classpaths) {
        super(classpaths, ProcessMode.PRELOADED);
    }

    @Override
    String process() {
        return process;
    }

    @Override
    void link(MavenProject project, ProcessDecision.Linked linked, List<Path> classpath)
            throws DiagnosticException, IOException {
        List<String> platforms = new Launcher(linked.allocator(), classpath).write(launcherDirectory.toPath());
        log().info("launcher for " + linked.allocator().id() + " (" + linked.reason() + ") in " + launcherDirectory
                + ": " + String.join(", ", platforms));
    }

    @Override
    void leave(String reason) throws IOException {
        Launcher.delete(launcherDirectory.toPath());
        log().info("no launcher is made: " + reason);
    }
}
