package dev.heapwright.maven;

import dev.heapwright.core.link.Decision;
import dev.heapwright.core.link.Linker;
import dev.heapwright.linker.bind.Binder;
import dev.heapwright.linker.build.BuildModule;
import dev.heapwright.maven.project.ClasspathReader;
import dev.heapwright.maven.project.SourceSet;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;

/** What {@code bind} and {@code bind-tests} have in common: glue is generated, or that of an earlier build removed. */
abstract class AbstractBindMojo extends AbstractHeapwrightMojo {
    /**
     * Whether the glue checks how the program uses its blocks: it finds blocks that are given back twice, that are used
     * after that, that are written past their ends or never given back, and says where they were allocated. That takes
     * time and memory, so it is for tests and for the search for such a mistake.
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
     * {@return what binds the source set}
     *
     * @param project the module being built
     * @param module the same, as the linker takes it
     * @param linker decides
     */
    final Binder binder(MavenProject project, BuildModule module, Linker linker) {
        return new Binder(module, classpaths.read(session(), project, sourceSet), linker, checked, cache(), log());
    }

    /**
     * Has the compiler take the glue, if there is some.
     *
     * @param project the module being built
     * @param decision what was decided
     */
    final void compileGlue(MavenProject project, Decision decision) {
        if (decision instanceof Decision.Link) {
            sourceSet.addGlue(project);
        }
    }
}
