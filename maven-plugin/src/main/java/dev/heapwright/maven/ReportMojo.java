package dev.heapwright.maven;

import dev.heapwright.diagnostic.DiagnosticException;
import dev.heapwright.linker.audit.ModuleAudit;
import dev.heapwright.linker.build.BuildModule;
import dev.heapwright.linker.process.ProcessMode;
import dev.heapwright.linker.report.ModuleSection;
import dev.heapwright.linker.report.Outcome;
import dev.heapwright.linker.report.ReportPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.apache.maven.project.MavenProject;

/**
 * Writes a page, {@code target/heapwright/report.html} in the folder where the build was started, that shows what each
 * module runs with, which allocator it is linked to and why, or why it is refused, and who takes native memory. It is a single
 * file for all modules of the build. Nothing is bound, and a refused module does not fail the build.
 */
@Mojo(
        name = "report",
        defaultPhase = LifecyclePhase.VERIFY,
        requiresDependencyCollection = ResolutionScope.RUNTIME,
        threadSafe = true)
public final class ReportMojo extends AbstractHeapwrightMojo {
    private static final String KEY = "dev.heapwright.report";

    /**
     * How the malloc of the whole process is replaced, and with it who governs what native libraries take: {@code linked} in an
     * image by the goal {@code link-image}, {@code preloaded} by the launcher or by {@code LD_PRELOAD}, or {@code none}.
     */
    @Parameter(property = "heapwright.process", defaultValue = "none")
    @SuppressWarnings("NullAway.Init") // It has a default.
    private String process;

    private final LinkedProjectReader modules;

    /**
     * Called by the container.
     *
     * @param modules determines what a module is linked to
     */
    @Inject
    public ReportMojo(LinkedProjectReader modules) {
        this.modules = modules;
    }

    @Override
    void run(MavenProject module) throws DiagnosticException, IOException {
        BuildModule built = module(module);
        ProcessMode mode = parameters().read("process", () -> ProcessMode.named(process));
        LinkedProjectReader.Reading reading = modules.read(build(), module, built, linker(module, built.target()));
        ModuleSection section = ModuleSection.of(
                ModuleAudit.read(reading.module(), built.classes(), reading.classpath(), mode, cache()));
        Map<String, Entry<String, String>> sections = sections();
        synchronized (sections) {
            sections.put(module.getId(), Map.entry(section.outcome().name(), section.html()));
            getLog().info("report written to " + write(sections));
        }
    }

    /** {@return the sections of the modules so far, by module: text, whichever class loaders the modules' plugins have} */
    @SuppressWarnings("unchecked") // Nobody else uses that key.
    private Map<String, Entry<String, String>> sections() {
        session().getData().set(KEY, null, new ConcurrentHashMap<>());
        return (Map<String, Entry<String, String>>) session().getData().get(KEY);
    }

    /** Writes all that there are, so that the page is whole after the last module, whichever that is. */
    private Path write(Map<String, Entry<String, String>> sections) throws IOException {
        MavenProject top = build().getTopLevelProject();
        List<ModuleSection> inOrder = build().getProjects().stream()
                .flatMap(each -> Stream.ofNullable(sections.get(each.getId())))
                .map(text -> new ModuleSection(Outcome.valueOf(text.getKey()), text.getValue()))
                .toList();
        Path file = Path.of(top.getBuild().getDirectory(), "heapwright", "report.html")
                .toAbsolutePath();
        Files.createDirectories(file.getParent());
        Files.writeString(file, ReportPage.of(top.getGroupId() + ":" + top.getArtifactId(), inOrder));
        return file;
    }
}
