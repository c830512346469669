package dev.heapwright.maven;

import dev.heapwright.core.diagnostic.Diagnostic;
import dev.heapwright.core.diagnostic.DiagnosticRenderer;
import dev.heapwright.core.diagnostic.Faults;
import dev.heapwright.core.diagnostic.RefusedException;
import java.io.IOException;
import java.util.stream.Collectors;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** What the goals that look at a module have in common: its configuration, and how a problem is told. */
abstract class AbstractHeapwrightMojo extends AbstractMojo {
    /**
     * What the module produces: {@code application} or {@code library}. If it is not set, it is detected: a module with
     * a main class configured (in the jar plugin's manifest, in the exec plugin or in the property {@code
     * exec.mainClass}) is an application, any other a library.
     */
    @Parameter(property = "heapwright.kind")
    private @Nullable String kind;

    /** Whether to do nothing at all. */
    @Parameter(property = "heapwright.skip", defaultValue = "false")
    private boolean skip;

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    @SuppressWarnings("NullAway.Init") // Maven sets it before it calls execute.
    private MavenProject project;

    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        if (skip) {
            getLog().info("skipped: heapwright.skip is set");
            return;
        }
        if (project.getPackaging().equals("pom")) {
            getLog().debug("a module of packaging pom has nothing to bind");
            return;
        }
        try {
            run(project);
        } catch (RefusedException e) {
            throw failure(e);
        } catch (IOException e) {
            throw new MojoExecutionException("a file cannot be read or written: " + e, e);
        } catch (RuntimeException e) {
            throw new MojoExecutionException(
                    DiagnosticRenderer.render(Faults.internalError("Maven plugin", e)
                            .withHelp("please report it with these lines and the module's POM")),
                    e);
        }
    }

    /**
     * Does the goal's work.
     *
     * @param module the module being built
     * @throws RefusedException if the user has something to mend
     * @throws IOException if the disk does not do as it should
     */
    abstract void run(MavenProject module) throws RefusedException, IOException;

    /** {@return the kind as configured, if it is} */
    final @Nullable String configuredKind() {
        return kind;
    }

    /** Logs the diagnostics; their headlines are what Maven shows again at the end of the build. */
    private MojoFailureException failure(RefusedException refused) {
        for (Diagnostic diagnostic : refused.diagnostics()) {
            getLog().error(DiagnosticRenderer.render(diagnostic));
        }
        return new MojoFailureException(refused.diagnostics().stream()
                .map(each -> "[Heapwright/" + each.id() + "] " + each.headline())
                .collect(Collectors.joining("\n")));
    }
}
