package dev.heapwright.maven;

import dev.heapwright.core.link.Linker;
import dev.heapwright.linker.bind.Binder;
import dev.heapwright.linker.build.BuildModule;
import dev.heapwright.linker.build.OtherArtifacts;
import dev.heapwright.linker.process.ProcessSettings;
import dev.heapwright.maven.project.ClasspathReader;
import dev.heapwright.maven.project.SourceSet;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;

/** The common part of {@code bind} and {@code bind-tests}: glue is generated, or that of an earlier build removed. */
abstract class AbstractBindMojo extends AbstractHeapwrightMojo {
    /**
     * Whether the glue checks how the program uses its blocks: it finds blocks that are freed twice, used after they
     * were freed, written past their ends, or never freed, and says where they were allocated. This takes time and
     * memory, so it is meant for tests and for debugging.
     */
    @Parameter(property = "heapwright.checked", defaultValue = "false")
    private boolean checked;

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
     */
    final Binder binder(
            MavenProject project, BuildModule module, OtherArtifacts others, Linker linker, ProcessSettings process) {
        return new Binder(
                module,
                classpaths.read(session(), project, sourceSet),
                others,
                linker,
                checked,
                process,
                cache(),
                log());
    }
}
