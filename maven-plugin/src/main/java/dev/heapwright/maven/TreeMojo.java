package dev.heapwright.maven;

import dev.heapwright.diagnostic.DiagnosticException;
import dev.heapwright.linker.build.BuildModule;
import dev.heapwright.linker.tree.InvertedTree;
import dev.heapwright.linker.tree.LinkedModule;
import dev.heapwright.linker.tree.OutputType;
import dev.heapwright.linker.tree.TreeLines;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * Shows what the module runs with as a tree: what needs an allocator, what contains one and what is bound to one; and
 * above it, which allocator the module is linked to and why, or why it is refused. Nothing is bound, and a refused
 * module does not fail the build.
 */
@Mojo(name = "tree", requiresDependencyCollection = ResolutionScope.RUNTIME, threadSafe = true)
public final class TreeMojo extends AbstractHeapwrightMojo {
    /** The format of the tree: {@code text} for people, {@code dot} for Graphviz, {@code json} for programs. */
    @Parameter(property = "heapwright.outputType", defaultValue = "text")
    @SuppressWarnings("NullAway.Init") // It has a default.
    private String outputType;

    /**
     * The file that the tree is written to, in UTF-8, instead of the log; a relative path is resolved against the
     * module's folder.
     */
    @Parameter(property = "heapwright.outputFile")
    private @Nullable File outputFile;

    /** Whether a text tree shows all artifacts, and not only those that lead to one which has to do with allocators. */
    @Parameter(property = "verbose", defaultValue = "false")
    private boolean verbose;

    /**
     * An artifact, as {@code groupId:artifactId}: instead of the module's tree, what depends on it is shown, and what on that,
     * up to the module. For text only.
     */
    @Parameter(property = "why")
    private @Nullable String why;

    private final LinkedProjectReader modules;

    /**
     * Called by the container.
     *
     * @param modules determines what a module is linked to
     */
    @Inject
    public TreeMojo(LinkedProjectReader modules) {
        this.modules = modules;
    }

    @Override
    void run(MavenProject module) throws DiagnosticException, IOException {
        OutputType type = parameters().read("outputType", () -> OutputType.named(outputType));
        BuildModule built = module(module);
        LinkedModule linked = modules.read(build(), module, built, linker(module, built.target()))
                .module();
        if (outputFile == null) {
            // As a single message: other modules may be built at the same time.
            TreeLines lines = ascii() ? TreeLines.ASCII : TreeLines.ofConsole(System.getProperties());
            getLog().info("\n" + render(linked, type, lines));
        } else {
            Path file = outputFile.toPath().toAbsolutePath();
            Files.createDirectories(file.getParent());
            Files.writeString(file, render(linked, type, TreeLines.CONNECTED));
            getLog().info("tree written to " + file);
        }
    }

    private String render(LinkedModule module, OutputType type, TreeLines lines) {
        return why != null && type == OutputType.TEXT
                ? InvertedTree.render(module, why, lines)
                : type.render(module, lines, verbose);
    }
}
