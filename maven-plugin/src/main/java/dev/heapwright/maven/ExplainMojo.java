package dev.heapwright.maven;

import dev.heapwright.core.name.UnknownName;
import dev.heapwright.diagnostic.DiagnosticId;
import dev.heapwright.diagnostic.PrintableText;
import dev.heapwright.linker.diagnostics.DiagnosticPage;
import java.io.IOException;
import java.util.Optional;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** Prints the page that explains a diagnostic, or lists the diagnostics. Works without a project and offline. */
@Mojo(name = "explain", requiresProject = false, threadSafe = true)
public final class ExplainMojo extends AbstractMojo {
    /** The diagnostic's id, as in {@code -Did=TwoAllocators}, ignoring case. Without it, all ids are listed with their meanings. */
    @Parameter(property = "id")
    private @Nullable String id;

    /** Called by the container. */
    public ExplainMojo() {}

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        Optional<DiagnosticId> known = Optional.ofNullable(id).flatMap(DiagnosticId::of);
        if (id != null && known.isEmpty()) {
            throw new MojoFailureException(unknown(id));
        }
        try {
            getLog().info(known.isPresent() ? DiagnosticPage.read(known.get()) : DiagnosticPage.list());
        } catch (IOException e) {
            throw new MojoExecutionException("the pages of the diagnostics could not be read", e);
        }
    }

    private static String unknown(String mistyped) {
        String name = PrintableText.of(mistyped);
        return UnknownName.headline("diagnostic", name, DiagnosticPage.ids())
                + UnknownName.nearest(name, DiagnosticPage.ids())
                        .map(nearest -> " mvn dev.heapwright:heapwright-maven-plugin:explain -Did=" + nearest)
                        .orElse("; known: " + String.join(", ", DiagnosticPage.ids()));
    }
}
