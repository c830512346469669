package dev.heapwright.maven;

import dev.heapwright.core.name.EditDistance;
import dev.heapwright.diagnostic.DiagnosticId;
import dev.heapwright.diagnostic.PrintableText;
import dev.heapwright.linker.diagnostics.DiagnosticPage;
import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** Prints the page that explains a diagnostic, or lists the diagnostics. Works without a project and offline. */
@Mojo(name = "explain", requiresProject = false, threadSafe = true)
public final class ExplainMojo extends AbstractMojo {
    /** The diagnostic's id, as in {@code -Did=TwoAllocators}, in any case of letters. Without it, all are listed. */
    @Parameter(property = "id")
    private @Nullable String id;

    /** For the container. */
    public ExplainMojo() {}

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        if (id == null) {
            getLog().info("the diagnostics of Heapwright: " + ids());
            return;
        }
        Optional<DiagnosticId> known = DiagnosticId.of(id);
        if (known.isEmpty()) {
            throw new MojoFailureException(noSuch(id));
        }
        try {
            getLog().info(DiagnosticPage.read(known.get()));
        } catch (IOException e) {
            throw new MojoExecutionException("the page of " + known.get() + " cannot be read", e);
        }
    }

    /** With the nearest, if it is so near that it may be meant: a third of its letters may be wrong. */
    private static String noSuch(String mistyped) {
        return "there is no diagnostic '" + PrintableText.of(mistyped) + "'; "
                + Arrays.stream(DiagnosticId.values())
                        .filter(known ->
                                edits(mistyped, known) <= known.toString().length() / 3)
                        .min(Comparator.comparingInt(known -> edits(mistyped, known)))
                        .map(nearest -> "did you mean " + nearest + "? mvn heapwright:explain -Did=" + nearest)
                        .orElseGet(() -> "there are " + ids());
    }

    private static int edits(String mistyped, DiagnosticId known) {
        return EditDistance.between(
                mistyped.toLowerCase(Locale.ROOT), known.toString().toLowerCase(Locale.ROOT));
    }

    private static String ids() {
        return Arrays.stream(DiagnosticId.values())
                .map(DiagnosticId::toString)
                .sorted()
                .collect(Collectors.joining(", "));
    }
}
