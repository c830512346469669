package dev.heapwright.maven;

import dev.heapwright.core.diagnostic.Diagnostic;
import dev.heapwright.core.diagnostic.RefusedException;
import dev.heapwright.core.link.AllocatorClass;
import dev.heapwright.core.link.Artifact;
import dev.heapwright.core.link.Decision;
import dev.heapwright.maven.checked.ReportFolder;
import dev.heapwright.maven.glue.Glue;
import dev.heapwright.maven.glue.GlueFolders;
import dev.heapwright.maven.project.ClosureReader;
import dev.heapwright.maven.project.ModulePath;
import dev.heapwright.maven.project.Part;
import dev.heapwright.maven.project.SourceEncoding;
import dev.heapwright.maven.source.Sources;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
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

    private final Part part;

    AbstractBindMojo(Part part) {
        this.part = part;
    }

    /**
     * {@return what the sources of the part declare}
     *
     * @param module the module
     */
    final Sources sources(MavenProject module) {
        Sources sources = Sources.read(part.sourceRoots(module), SourceEncoding.of(module));
        sources.allocators().unreadable().forEach(file -> getLog().debug("not read as a whole: " + file));
        return sources;
    }

    /**
     * {@return an artifact with the allocators in its sources, which are yet to be compiled}
     *
     * @param artifact the artifact
     * @param sources its sources
     * @param release the Java release that they are compiled for
     */
    static Artifact withAllocators(Artifact artifact, Sources sources, int release) {
        return artifact.withAllocators(sources.allocators().allocators().stream()
                .map(allocator -> new AllocatorClass(allocator.name(), release, allocator.optionalFunctions()))
                .toList());
    }

    /**
     * Carries a decision out, and logs it.
     *
     * @param module the module
     * @param sources what the part declares
     * @param decision what to do
     * @throws RefusedException if it is to refuse
     * @throws IOException if files cannot be read or written
     */
    final void carryOut(MavenProject module, Sources sources, Decision decision) throws RefusedException, IOException {
        Glue glue = Glue.NONE;
        if (decision instanceof Decision.Refuse refused) {
            throw new RefusedException(refused.problems());
        } else if (decision instanceof Decision.Link decided) {
            Decision.Link link = checked ? decided.withChecks() : decided;
            glue = glue(module, sources, link);
            getLog().info(prefix() + "bound to " + link.text());
        } else if (decision instanceof Decision.Adopt adopted) {
            getLog().info(prefix() + "bound to " + adopted.text());
            if (checked && !adopted.checked()) {
                getLog().warn("  not checked: the glue is that of " + adopted.from()
                        + "; set checked where it is built");
            }
        } else if (decision instanceof Decision.NothingToLink nothing) {
            getLog().info(prefix() + "not bound: " + nothing.reason());
        }
        generate(module, glue);
        ReportFolder reports = ReportFolder.of(session().getData(), Part.build(module));
        if (isChecked(decision)) {
            reports.open();
        } else {
            reports.deleteUnlessOpen();
        }
    }

    /** {@return whether what runs with the part finds misuse} */
    private boolean isChecked(Decision decision) {
        return (decision instanceof Decision.Link && checked)
                || (decision instanceof Decision.Adopt adopted && adopted.checked());
    }

    private Glue glue(MavenProject module, Sources sources, Decision.Link link) throws RefusedException, IOException {
        Glue glue = Glue.of(ClosureReader.coordinates(module), link);
        if (sources.declaration().isPresent()) {
            Optional<Diagnostic> problem =
                    ModulePath.problem(modules(), module, sources.declaration().get(), link);
            if (problem.isPresent()) {
                throw new RefusedException(List.of(problem.get()));
            }
        }
        return glue;
    }

    private String prefix() {
        return part == Part.TESTS ? "tests: " : "";
    }

    private void generate(MavenProject module, Glue glue) throws IOException {
        GlueFolders folders = new GlueFolders(Part.build(module), part.glueSources(module), part.glueResources(module));
        folders.write(glue);
        folders.cleanOutput(part.classes(module), glue);
        if (!glue.equals(Glue.NONE)) {
            part.addGlue(module);
        }
    }
}
