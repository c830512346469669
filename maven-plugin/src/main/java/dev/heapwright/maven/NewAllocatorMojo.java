package dev.heapwright.maven;

import dev.heapwright.diagnostic.DiagnosticException;
import dev.heapwright.maven.scaffold.AllocatorProject;
import dev.heapwright.maven.scaffold.ProjectWriter;
import java.io.File;
import java.io.IOException;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Creates an allocator project, in a new folder named after its artifactId, that builds and passes the test kit. Its
 * five functions delegate to the C library, to be replaced one by one. Works without a project.
 */
@Mojo(name = "new-allocator", requiresProject = false, threadSafe = true)
public final class NewAllocatorMojo extends AbstractMojo {
    /** The groupId of the new project, such as {@code com.acme}; required. */
    @Parameter(property = "groupId")
    private @Nullable String groupId;

    /** The artifactId of the new project, and the name of its folder, such as {@code pool-allocator}; required. */
    @Parameter(property = "artifactId")
    private @Nullable String artifactId;

    /** The package of the allocator class, such as {@code com.acme.pool}; required. */
    @Parameter(property = "package")
    private @Nullable String packageName;

    /** The name of the allocator class in its package, such as {@code PoolAllocator}; required. */
    @Parameter(property = "className")
    private @Nullable String className;

    /** The folder in which the new folder is created. */
    @Parameter(defaultValue = "${session.executionRootDirectory}", readonly = true, required = true)
    @SuppressWarnings("NullAway.Init") // Maven sets it before it calls execute.
    private File directory;

    /** The new project uses the plugin's own version of Heapwright. */
    @Parameter(defaultValue = "${plugin.version}", readonly = true, required = true)
    @SuppressWarnings("NullAway.Init")
    private String version;

    /** Called by the container. */
    public NewAllocatorMojo() {}

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        try {
            AllocatorProject project = AllocatorProject.of(groupId, artifactId, packageName, className, version);
            String folder = project.coordinates().artifactId();
            new ProjectWriter(directory.toPath().resolve(folder)).write(project.files());
            getLog().info("created the allocator " + project.type() + " in the folder " + folder);
            getLog().info("  to build and test it: mvn verify -f " + folder);
        } catch (DiagnosticException e) {
            throw AbstractHeapwrightMojo.failure(getLog(), e, false);
        } catch (IOException e) {
            throw new MojoExecutionException("a file cannot be read or written: " + e, e);
        }
    }
}
