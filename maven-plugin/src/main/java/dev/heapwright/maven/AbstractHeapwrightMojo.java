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
import dev.heapwright.maven.project.kind.CommandLineStart;
import dev.heapwright.maven.project.kind.KindDetector;
import java.io.IOException;
import java.util.Arrays;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystemSession;
import org.jspecify.annotations.Nullable;

/** The common part of the goals that work on a module: their configuration, and the reporting of problems. */
abstract class AbstractHeapwrightMojo extends AbstractMojo {
    /** Packagings whose modules compile nothing; what an ear contains was bound in modules of its own. */
    private static final Set<String> WITHOUT_CLASSES = Set.of("pom", "ear");

    /**
     * What the module produces: {@code application}, {@code hosted}, {@code bundle} or {@code library}. If it is not
     * set, it is detected from what the module has and inherits; if there is evidence for several kinds, the first of
     * these applies:
     *
     * <ul>
     *   <li>{@code hosted}, code that lives in the JVM of a host: its packaging is war, ear, rar, ejb, maven-plugin,
     *       nbm, hpi, bundle, eclipse-plugin or the like; the manifest of its jar has Premain-Class, Agent-Class or
     *       Launcher-Agent-Class; maven-bundle-plugin or bnd-maven-plugin makes it an OSGi bundle; native-maven-plugin
     *       makes it a shared library.
     *   <li>{@code application}, a program that is started: a main class is configured in the plugin jar, shade,
     *       assembly, Spring Boot, jib, appassembler, native, javafx, jpackage or exec, or in the property
     *       {@code exec.mainClass}; a goal that finds the main class by itself is executed (Spring Boot's repackage,
     *       Quarkus' build, one of jib, jlink or jpackage); jlink creates a launcher; its packaging is jlink or
     *       quarkus.
     *   <li>{@code bundle}, a self-contained jar: it is built by the shade plugin or the assembly plugin's
     *       jar-with-dependencies.
     *   <li>{@code library}: everything else.
     * </ul>
     *
     * <p>Executions of phase {@code none} and skipped plugins do not count; neither does a main class that the exec
     * plugin runs before the module is compiled.
     */
    @Parameter(property = "heapwright.kind")
    private @Nullable String kind;

    /**
     * What to link if nothing is linked explicitly, whatever the kind of the module: {@code default} for the kind's own
     * default, {@code none}, {@code system}, {@code jemalloc} or {@code mimalloc}. An allocator that is named here has
     * to run on the Java that the module is compiled for. A custom allocator is linked by depending on it.
     */
    @Parameter(property = "heapwright.allocator")
    private @Nullable String allocator;

    /** What to link to an application instead of {@code jemalloc}; the values are those of {@code allocator}. */
    @Parameter(property = "heapwright.applicationAllocator")
    private @Nullable String applicationAllocator;

    /** What to link to a hosted artifact instead of {@code system}; the values are those of {@code allocator}. */
    @Parameter(property = "heapwright.hostedAllocator")
    private @Nullable String hostedAllocator;

    /** What to link to a bundle instead of {@code system}; the values are those of {@code allocator}. */
    @Parameter(property = "heapwright.bundleAllocator")
    private @Nullable String bundleAllocator;

    /** Whether to print messages and trees in ASCII only, even if the console seems to support other characters. */
    @Parameter(property = "heapwright.ascii", defaultValue = "false")
    private boolean ascii;

    /** Whether to skip the goal. */
    @Parameter(property = "heapwright.skip", defaultValue = "false")
    private boolean skip;

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    @SuppressWarnings("NullAway.Init") // Maven sets it before it calls execute.
    private MavenProject project;

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    @SuppressWarnings("NullAway.Init")
    private MavenSession session;

    @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
    @SuppressWarnings("NullAway.Init")
    private MojoExecution execution;

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
        if (!worksOn(project.getPackaging())) {
            getLog().debug("a module of packaging " + project.getPackaging() + " compiles nothing that could be bound");
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
     * {@return whether there is anything to do for modules of a packaging}
     *
     * @param packaging such as {@code war}
     */
    boolean worksOn(String packaging) {
        return !WITHOUT_CLASSES.contains(packaging);
    }

    /**
     * Does the goal's work.
     *
     * @param module the module being built
     * @throws DiagnosticException if there is a problem that the user has to fix
     * @throws IOException if a file cannot be read or written
     */
    abstract void run(MavenProject module) throws DiagnosticException, IOException;

    /** {@return the session for resolving dependencies} */
    final RepositorySystemSession session() {
        return session.getRepositorySession();
    }

    /** {@return the cache of the build} */
    final BuildCache cache() {
        return new SessionCache(session().getData());
    }

    /** {@return the build with all its modules} */
    final MavenSession build() {
        return session;
    }

    /** {@return the goal that is being run} */
    final MojoExecution execution() {
        return execution;
    }

    /** {@return where the goal's parameters have their values from} */
    final ParameterSources parameters() {
        return new ParameterSources(project, execution.getConfiguration(), userProperties());
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
     * {@return the linker for the module, with the configured defaults}
     *
     * @param project the module being built
     * @param target what is linked
     * @throws DiagnosticException if an unknown default is configured
     */
    final Linker linker(MavenProject project, LinkTarget target) throws DiagnosticException {
        Kind kind = target.kind();
        String ofKind = switch (kind) {
            case APPLICATION -> applicationAllocator;
            case HOSTED -> hostedAllocator;
            case BUNDLE -> bundleAllocator;
            case LIBRARY -> null;
        };
        // A library is not linked, but a mistyped default is reported nevertheless.
        String parameter = DefaultAllocator.isNamed(allocator) ? "allocator" : kind + "Allocator";
        MavenDialect dialect = new MavenDialect(project, problem -> parameters().mark(problem, parameter));
        DefaultAllocator ifNone = parameters()
                .read(parameter, () -> DefaultAllocator.configured(kind, Arrays.asList(allocator, ofKind), dialect));
        return new Linker(target, ifNone, version, dialect);
    }

    /**
     * {@return the main code of the module, with its kind as configured or else as detected}
     *
     * @param project the module being built
     * @throws DiagnosticException if an unknown kind is configured
     */
    final BuildModule module(MavenProject project) throws DiagnosticException {
        return SourceSet.MAIN.module(
                project,
                parameters()
                        .read("kind", () -> DetectedKind.of(kind, KindDetector.evidence(project)))
                        .startedBy(CommandLineStart.reasons(session.getGoals(), userProperties())),
                TargetRelease.of(project, userProperties()));
    }

    /** {@return whether to print ASCII only} */
    final boolean ascii() {
        return ascii;
    }

    /**
     * Logs diagnostics.
     *
     * @param log receives them
     * @param refused the exception with the diagnostics
     * @param ascii whether to print ASCII only
     * @return the exception that fails the build: Maven repeats its message, their headlines, at the end
     */
    static MojoFailureException failure(Log log, DiagnosticException refused, boolean ascii) {
        TextStyle style = ConsoleStyle.of(System.getProperties(), ascii, Severity.ERROR);
        for (Diagnostic diagnostic : refused.diagnostics()) {
            log.error(DiagnosticRenderer.render(diagnostic, style));
        }
        return new MojoFailureException(
                refused.diagnostics().stream().map(DiagnosticRenderer::headline).collect(Collectors.joining("\n")));
    }

    /** {@return the log for the linker} */
    final BuildLog log() {
        return new MojoLog(getLog(), ascii);
    }
}
