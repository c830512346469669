package dev.heapwright.maven;

import dev.heapwright.core.link.GlueOptions;
import dev.heapwright.core.link.Linker;
import dev.heapwright.diagnostic.DiagnosticException;
import dev.heapwright.linker.bind.Binder;
import dev.heapwright.linker.build.BuildModule;
import dev.heapwright.linker.build.OtherArtifacts;
import dev.heapwright.linker.process.ProcessSettings;
import dev.heapwright.maven.project.ClasspathReader;
import dev.heapwright.maven.project.SourceSet;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** The common part of {@code bind} and {@code bind-tests}: glue is generated, or that of an earlier build removed. */
abstract class AbstractBindMojo extends AbstractHeapwrightMojo {
    /**
     * Whether the glue checks how the program uses its blocks: it finds blocks that are freed twice, used after they
     * were freed, written past their ends, or never freed, and says where they were allocated. This takes time and
     * memory, so it is meant for tests and for debugging.
     */
    @Parameter(property = "heapwright.checked", defaultValue = "false")
    private boolean checked;

    /**
     * Whether the glue counts what the program allocates: how many bytes are live, which code allocated them, and samples as
     * events of the JDK Flight Recorder. This takes nanoseconds for each block, so it can be used in production. Glue is either
     * checked or observed, not both.
     */
    @Parameter(property = "heapwright.observed", defaultValue = "false")
    private boolean observed;

    /**
     * How many bytes all live blocks of the program may have together, such as {@code 64k}, {@code 512m} or {@code 1g}. An
     * allocation that would exceed it fails with a {@code HeapExhaustedError}. A limit implies {@code observed}. The system
     * property {@code heapwright.limit} replaces it when the program starts.
     */
    @Parameter(property = "heapwright.limit")
    private @Nullable String limit;

    private final ClasspathReader classpaths;
    private final SourceSet sourceSet;

    AbstractBindMojo(ClasspathReader classpaths, SourceSet sourceSet) {
        this.classpaths = classpaths;
        this.sourceSet = sourceSet;
    }

    /**
     * {@return the binder of the source set}
     *
     * @param project the module being built
     * @param module the same module, for the linker
     * @param others what else the build knows of
     * @param linker makes the decision
     * @param process what is configured for the whole process
     * @throws DiagnosticException if there is no glue as configured
     */
    final Binder binder(
            MavenProject project, BuildModule module, OtherArtifacts others, Linker linker, ProcessSettings process)
            throws DiagnosticException {
        GlueOptions options = parameters().read("limit", () -> GlueOptions.of(checked, observed, limit));
        return new Binder(
                module,
                classpaths.read(session(), project, sourceSet),
                others,
                linker,
                options,
                process,
                cache(),
                log());
    }
}
