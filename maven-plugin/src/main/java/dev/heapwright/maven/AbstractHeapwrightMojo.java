package dev.heapwright.maven;

import dev.heapwright.core.link.DefaultAllocator;
import dev.heapwright.core.link.Kind;
import dev.heapwright.core.link.LinkTarget;
import dev.heapwright.core.link.Linker;
import dev.heapwright.diagnostic.Diagnostic;
import dev.heapwright.diagnostic.DiagnosticException;
import dev.heapwright.diagnostic.DiagnosticRenderer;
import dev.heapwright.diagnostic.InternalErrors;
import dev.heapwright.diagnostic.Severity;
import dev.heapwright.diagnostic.TextStyle;
import dev.heapwright.linker.build.BuildCache;
import dev.heapwright.linker.build.BuildLog;
import dev.heapwright.linker.build.BuildModule;
import dev.heapwright.linker.build.DetectedKind;
import dev.heapwright.maven.console.ConsoleStyle;
import dev.heapwright.maven.project.SessionCache;
import dev.heapwright.maven.project.SourceSet;
import dev.heapwright.maven.project.TargetRelease;
import dev.heapwright.maven.project.kind.KindDetector;
import java.io.IOException;
import java.util.Arrays;
import java.util.Properties;
import java.util.stream.Collectors;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystemSession;
import org.jspecify.annotations.Nullable;

/** What the goals that look at a module have in common: its configuration, and how a problem is told. */
abstract class AbstractHeapwrightMojo extends AbstractMojo {
    /**
     * What the module produces: {@code application}, {@code hosted}, {@code bundle} or {@code library}. If it is not
     * set, it is detected from what the module has and inherits; of several kinds it is the first of these:
     *
     * <ul>
     *   <li>{@code hosted}, what lives in the JVM of a host: its packaging is war, ear, rar, ejb, maven-plugin, nbm,
     *       hpi, bundle, eclipse-plugin or the like; the manifest of its jar has Premain-Class, Agent-Class or
     *       Launcher-Agent-Class; maven-bundle-plugin or bnd-maven-plugin makes it an OSGi bundle;
     *       native-maven-plugin makes it a shared library.
     *   <li>{@code application}, what is started: a main class is configured in the plugin jar, shade, assembly,
     *       Spring Boot, jib, appassembler, native, javafx, jpackage or exec, or in the property {@code
     *       exec.mainClass}; a goal that finds the main class by itself is executed (Spring Boot's repackage, Quarkus'
     *       build, one of jib, jlink or jpackage); jlink makes a launcher; its packaging is jlink or quarkus.
     *   <li>{@code bundle}, a jar that holds all that it runs with: the shade plugin or the assembly plugin's
     *       jar-with-dependencies makes it.
     *   <li>{@code library}: everything else.
     * </ul>
     *
     * <p>Executions of phase {@code none} and skipped plugins do not count; neither does a main class that the exec
     * plugin runs before the module is compiled.
     */
    @Parameter(property = "heapwright.kind")
    private @Nullable String kind;

    /**
     * What to link where nothing is linked explicitly, whatever the kind of the module: {@code default} for what the
     * kind has, {@code none}, {@code system}, {@code jemalloc} or {@code mimalloc}. What is named here has to run on the
     * Java that the module is compiled for. An allocator of one's own is linked by depending on it.
     */
    @Parameter(property = "heapwright.allocator")
    private @Nullable String allocator;

    /** What to link to an application, instead of jemalloc; the values are those of {@code allocator}. */
    @Parameter(property = "heapwright.applicationAllocator")
    private @Nullable String applicationAllocator;

    /** What to link to a hosted artifact, instead of {@code system}; the values are those of {@code allocator}. */
    @Parameter(property = "heapwright.hostedAllocator")
    private @Nullable String hostedAllocator;

    /** What to link to a bundle, instead of {@code system}; the values are those of {@code allocator}. */
    @Parameter(property = "heapwright.bundleAllocator")
    private @Nullable String bundleAllocator;

    /** Whether messages and trees are printed with no more than ASCII, also where the console seems to take the rest. */
    @Parameter(property = "heapwright.ascii", defaultValue = "false")
    private boolean ascii;

    /** Whether to do nothing at all. */
    @Parameter(property = "heapwright.skip", defaultValue = "false")
    private boolean skip;

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    @SuppressWarnings("NullAway.Init") // Maven sets it before it calls execute.
    private MavenProject project;

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    @SuppressWarnings("NullAway.Init")
    private MavenSession session;

    /** The allocators of Heapwright itself have the plugin's version. */
    @Parameter(defaultValue = "${plugin.version}", readonly = true, required = true)
    @SuppressWarnings("NullAway.Init")
    private String version;

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
        } catch (DiagnosticException e) {
            throw failure(getLog(), e, ascii);
        } catch (IOException e) {
            throw new MojoExecutionException("a file cannot be read or written: " + e, e);
        } catch (RuntimeException e) {
            throw new MojoExecutionException(
                    DiagnosticRenderer.render(InternalErrors.internalError("Maven plugin", e)
                            .withHelp("please report it with this output and the module's POM")),
                    e);
        }
    }

    /**
     * Does the goal's work.
     *
     * @param module the module being built
     * @throws DiagnosticException if the user has something to mend
     * @throws IOException if the disk does not do as it should
     */
    abstract void run(MavenProject module) throws DiagnosticException, IOException;

    /** {@return what dependencies are resolved with} */
    final RepositorySystemSession session() {
        return session.getRepositorySession();
    }

    /** {@return what is kept for the length of the build} */
    final BuildCache cache() {
        return new SessionCache(session().getData());
    }

    /** {@return the build with all its modules} */
    final MavenSession build() {
        return session;
    }

    /** {@return the version of Heapwright} */
    final String version() {
        return version;
    }

    /** {@return the properties from the command line} */
    final Properties userProperties() {
        return session.getUserProperties();
    }

    /**
     * {@return what decides for the module, with the defaults as they are configured}
     *
     * @param project the module being built
     * @param target what is linked of it
     * @throws DiagnosticException if they are configured to what there is not
     */
    final Linker linker(MavenProject project, LinkTarget target) throws DiagnosticException {
        Kind kind = target.kind();
        String ofKind = switch (kind) {
            case APPLICATION -> applicationAllocator;
            case HOSTED -> hostedAllocator;
            case BUNDLE -> bundleAllocator;
            case LIBRARY -> null;
        };
        // A library is linked to none, but a mistyped default is told all the same.
        MavenDialect dialect = MavenDialect.of(project);
        return new Linker(
                target, DefaultAllocator.configured(kind, Arrays.asList(allocator, ofKind), dialect), version, dialect);
    }

    /**
     * {@return what is packaged of the module, its kind as configured or else as detected}
     *
     * @param project the module being built
     * @throws DiagnosticException if its kind is configured to what there is not
     */
    final BuildModule module(MavenProject project) throws DiagnosticException {
        return SourceSet.MAIN.module(
                project,
                DetectedKind.of(kind, KindDetector.evidence(project)),
                TargetRelease.of(project, userProperties()));
    }

    /** {@return whether no more than ASCII is to be printed} */
    final boolean ascii() {
        return ascii;
    }

    /**
     * Logs the diagnostics.
     *
     * @param log where to
     * @param refused what has them
     * @param ascii whether to use no more than ASCII
     * @return what fails the build: their headlines are what Maven shows again at its end
     */
    static MojoFailureException failure(Log log, DiagnosticException refused, boolean ascii) {
        TextStyle style = ConsoleStyle.of(System.getProperties(), ascii, Severity.ERROR);
        for (Diagnostic diagnostic : refused.diagnostics()) {
            log.error(DiagnosticRenderer.render(diagnostic, style));
        }
        return new MojoFailureException(
                refused.diagnostics().stream().map(DiagnosticRenderer::headline).collect(Collectors.joining("\n")));
    }

    /** {@return where to say what is found out} */
    final BuildLog log() {
        return new MojoLog(getLog(), ascii);
    }
}
