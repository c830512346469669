package dev.heapwright.maven.artifact;

import dev.heapwright.core.diagnostic.Diagnostic;
import dev.heapwright.core.diagnostic.DiagnosticId;
import dev.heapwright.core.diagnostic.Location;
import dev.heapwright.core.diagnostic.RefusedException;
import dev.heapwright.core.link.Artifact;
import dev.heapwright.core.link.Decision;
import dev.heapwright.core.marker.Marker;
import dev.heapwright.core.name.ClassName;
import dev.heapwright.core.name.Coordinates;
import dev.heapwright.maven.glue.Glue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Holds what was compiled and packaged against the linking decision.
 *
 * @param module the module that was built
 * @param decision what the rules say of it, now that its own classes are known
 */
public record PackageCheck(Coordinates module, Decision decision) {
    /** Far more than the names of all bindings that anybody could register, in bytes. */
    private static final int LARGEST_SERVICE_FILE = 64 * 1024;

    /**
     * Checks.
     *
     * @param jar the module's jar, if there is one
     * @return what is wrong; empty if nothing is
     * @throws RefusedException if the jar's markers are not to be believed
     * @throws IOException if the jar cannot be read
     */
    public List<Diagnostic> problems(Optional<Path> jar) throws RefusedException, IOException {
        List<Diagnostic> problems = new ArrayList<>();
        if (jar.isPresent()) {
            Artifact packaged = ArtifactReader.read(jar.get(), module);
            brokenBinding(packaged, services(jar.get()))
                    .map(problem -> problem.at(new Location.File(jar.get().toString())))
                    .ifPresent(problems::add);
        }
        return problems;
    }

    /**
     * {@return what was found right, for the log}
     */
    public String summary() {
        if (decision instanceof Decision.Link link) {
            return "bound to " + link.allocator() + " and nothing else";
        }
        return decision instanceof Decision.Adopt adopted
                ? "bound to " + adopted.binding().allocator() + " by " + adopted.from()
                : "not bound";
    }

    private Optional<Diagnostic> brokenBinding(Artifact packaged, List<String> services) {
        Optional<ClassName> expected = expected();
        List<ClassName> bound =
                packaged.bindings().stream().map(Marker.OfBinding::allocator).toList();
        List<String> glue = packaged.bindings().stream()
                .map(binding -> binding.glue().binary())
                .toList();
        if (!bound.equals(expected.stream().toList())) {
            return Optional.of(broken(
                    expected.map(allocator -> "is to be bound to " + allocator).orElse("is not to be bound"),
                    bound.isEmpty() ? "no binding is in the jar" : "bound to " + names(bound)));
        }
        if (!services.equals(glue)) {
            return Optional.of(broken(
                    "registers glue that its marker does not name",
                    Glue.SERVICE_FILE + " lists " + (services.isEmpty() ? "nothing" : String.join(", ", services)),
                    "the marker names " + (glue.isEmpty() ? "nothing" : String.join(", ", glue))));
        }
        return Optional.empty();
    }

    private Optional<ClassName> expected() {
        return decision instanceof Decision.Link link ? Optional.of(link.allocator()) : Optional.empty();
    }

    private Diagnostic broken(String headline, String... details) {
        Diagnostic diagnostic =
                Diagnostic.error(DiagnosticId.BROKEN_PACKAGE, "the jar of " + module.versionless() + " " + headline);
        for (String detail : details) {
            diagnostic = diagnostic.withDetail(detail);
        }
        return diagnostic.withHelp(
                "run the goal bind in the same build, from clean, and package all that it generates");
    }

    private static String names(List<ClassName> names) {
        return String.join(", ", names.stream().map(ClassName::binary).toList());
    }

    /**
     * The format is that of {@link java.util.ServiceLoader}: a name on each line, comments after a number sign, and a
     * name that is repeated counts once.
     */
    private static List<String> services(Path jar) throws IOException {
        try (ArtifactFiles files = ArtifactFiles.open(jar)) {
            byte[] content = files.read(Glue.SERVICE_FILE, LARGEST_SERVICE_FILE).orElseGet(() -> new byte[0]);
            return new String(content, StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.replaceFirst("#.*", "").strip())
                    .filter(line -> !line.isEmpty())
                    .distinct()
                    .toList();
        }
    }
}
