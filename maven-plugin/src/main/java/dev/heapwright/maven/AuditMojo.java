package dev.heapwright.maven;

import dev.heapwright.diagnostic.DiagnosticException;
import dev.heapwright.linker.audit.AuditFormat;
import dev.heapwright.linker.audit.AuditOutput;
import dev.heapwright.linker.audit.ModuleAudit;
import dev.heapwright.linker.audit.Ungoverned;
import dev.heapwright.linker.build.BuildModule;
import dev.heapwright.linker.process.ProcessMode;
import java.io.File;
import java.io.IOException;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * Shows where the module and each artifact that it runs with take native memory, and who governs it: the heap, the allocator
 * of the process, or nobody. Class files and native libraries are read, nothing is run. Compared with a baseline, the build
 * reports what begins to take memory that nobody governs, such as a dependency that was updated.
 */
@Mojo(
        name = "audit",
        defaultPhase = LifecyclePhase.VERIFY,
        requiresDependencyCollection = ResolutionScope.RUNTIME,
        threadSafe = true)
public final class AuditMojo extends AbstractHeapwrightMojo {
    /** The format: {@code text} for people, {@code json} for programs. */
    @Parameter(property = "heapwright.outputType", defaultValue = "text")
    @SuppressWarnings("NullAway.Init") // It has a default.
    private String outputType;

    /**
     * The file that the audit is written to, in UTF-8, instead of the log; a relative path is resolved against the module's
     * folder.
     */
    @Parameter(property = "heapwright.outputFile")
    private @Nullable File outputFile;

    /**
     * What to do about places that are not in the baseline, and take memory that nobody governs, or could not be read:
     * {@code ignore}, {@code warn}, or {@code fail} the build.
     */
    @Parameter(property = "heapwright.ungoverned", defaultValue = "ignore")
    @SuppressWarnings("NullAway.Init")
    private String ungoverned;

    /** The file with the places that are known and accepted, to be kept with the sources. */
    @Parameter(property = "heapwright.baseline", defaultValue = "${project.basedir}/heapwright-audit.txt")
    @SuppressWarnings("NullAway.Init")
    private File baseline;

    /** Whether to write what is found to the baseline, instead of comparing with it. */
    @Parameter(property = "heapwright.writeBaseline", defaultValue = "false")
    private boolean writeBaseline;

    /**
     * How the malloc of the whole process is replaced, and with it who governs what native libraries take: {@code linked} in an
     * image by the goal {@code link-image}, {@code preloaded} by the launcher or by {@code LD_PRELOAD}, or {@code none}.
     */
    @Parameter(property = "heapwright.process", defaultValue = "none")
    @SuppressWarnings("NullAway.Init")
    private String process;

    private final LinkedProjectReader modules;

    /**
     * Called by the container.
     *
     * @param modules determines what a module is linked to
     */
    @Inject
    public AuditMojo(LinkedProjectReader modules) {
        this.modules = modules;
    }

    @Override
    void run(MavenProject module) throws DiagnosticException, IOException {
        AuditOutput output = new AuditOutput(
                parameters().read("outputType", () -> AuditFormat.named(outputType)),
                Optional.ofNullable(outputFile).map(File::toPath),
                baseline.toPath(),
                parameters().read("ungoverned", () -> Ungoverned.named(ungoverned)),
                writeBaseline);
        ProcessMode mode = parameters().read("process", () -> ProcessMode.named(process));
        BuildModule built = module(module);
        LinkedProjectReader.Reading reading = modules.read(build(), module, built, linker(module, built.target()));
        output.write(ModuleAudit.read(reading.module(), built.classes(), reading.classpath(), mode, cache()), log());
    }
}
