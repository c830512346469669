package dev.heapwright.linker.artifact;

import dev.heapwright.core.contract.Contract;
import dev.heapwright.core.link.Artifact;
import dev.heapwright.core.link.Closure;
import dev.heapwright.core.link.Decision;
import dev.heapwright.core.link.DependencyPath;
import dev.heapwright.core.link.Dialect;
import dev.heapwright.core.link.KeepOne;
import dev.heapwright.core.name.ClassName;
import dev.heapwright.core.name.Coordinates;
import dev.heapwright.diagnostic.Diagnostic;
import dev.heapwright.diagnostic.DiagnosticException;
import dev.heapwright.diagnostic.DiagnosticId;
import dev.heapwright.linker.build.BuildCache;
import dev.heapwright.linker.build.ResolvedClasspath;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds classes of a binding that a JVM may load from elsewhere than from where they were judged: the allocator, the glue,
 * and the heap's own. Of several artifacts that have such a class, the order of the class path says which one is loaded;
 * of several files for it in a multi-release jar, the version of the JVM. Copies that are equal do no harm.
 */
public final class ShadowedClasses {
    private static final List<String> HEAP = List.of("Heap", "Binding", "BindingFinder");

    private final List<ResolvedClasspath.Entry> classPath;
    private final Closure closure;
    private final ArtifactCache artifacts;
    private final Dialect dialect;

    /**
     * Makes ready to look.
     *
     * @param classPath what runs together, the module's own class folder first if it is known
     * @param closure the same, with the ways in which it came there
     * @param cache of the build
     * @param dialect how help is written
     */
    public ShadowedClasses(
            List<ResolvedClasspath.Entry> classPath, Closure closure, BuildCache cache, Dialect dialect) {
        this.classPath = List.copyOf(classPath);
        this.closure = closure;
        this.artifacts = ArtifactCache.of(cache);
        this.dialect = dialect;
    }

    /**
     * {@return the decision, or a refusal if a class of the binding is shadowed}
     *
     * @param decision what is linked
     * @param glue the class that is generated, if the decision is to generate it
     * @throws DiagnosticException if an artifact cannot be read
     * @throws IOException if a class file cannot be read
     */
    public Decision judge(Decision decision, ClassName glue) throws DiagnosticException, IOException {
        List<Diagnostic> problems = problems(decision, glue);
        return problems.isEmpty() ? decision : new Decision.Refuse(problems);
    }

    /**
     * {@return a problem for each class of the binding that is shadowed}
     *
     * @param decision what is linked
     * @param glue the class that is generated, if the decision is to generate it
     * @throws DiagnosticException if an artifact cannot be read
     * @throws IOException if a class file cannot be read
     */
    public List<Diagnostic> problems(Decision decision, ClassName glue) throws DiagnosticException, IOException {
        if (!(decision instanceof Decision.Bound bound)) {
            return List.of();
        }
        List<ClassName> classes = new ArrayList<>(List.of(bound.allocator()));
        classes.add(
                decision instanceof Decision.Adopt adopted ? adopted.binding().glue() : glue);
        HEAP.forEach(name -> classes.add(ClassName.topLevel(Contract.HEAP + "." + name)));
        // Whether an artifact has changed is looked up once, not for each class.
        Map<ResolvedClasspath.Entry, ClassPaths> paths = new LinkedHashMap<>();
        for (ResolvedClasspath.Entry entry : classPath) {
            paths.put(
                    entry,
                    artifacts.readWhole(entry.location(), entry.coordinates()).classPaths());
        }
        List<Diagnostic> problems = new ArrayList<>();
        for (ClassName each : classes) {
            problem(each, paths).ifPresent(problems::add);
        }
        return problems;
    }

    private Optional<Diagnostic> problem(ClassName type, Map<ResolvedClasspath.Entry, ClassPaths> paths)
            throws IOException {
        String path = type.classFile();
        List<ResolvedClasspath.Entry> holders = new ArrayList<>();
        List<ResolvedClasspath.Entry> replacing = new ArrayList<>();
        paths.forEach((entry, classes) -> {
            if (classes.mayContain(path)) {
                holders.add(entry);
            }
            if (classes.mayReplace(path)) {
                replacing.add(entry);
            }
        });
        List<String> replacements = new ArrayList<>();
        for (ResolvedClasspath.Entry entry : replacing) {
            try (ArtifactFiles files = ArtifactFiles.open(entry.location())) {
                replacements.addAll(replacements(files, entry.coordinates(), path));
            }
        }
        if (!replacements.isEmpty()) {
            return Optional.of(replaced(type, replacements));
        }
        return holders.size() < 2 ? Optional.empty() : copied(type, holders);
    }

    /** {@return the files that newer JVMs load from an artifact instead of a class file, as they are shown} */
    static List<String> replacements(ArtifactFiles files, Coordinates artifact, String path) throws IOException {
        return files.versionFolders().stream()
                .map(folder -> folder + path)
                .filter(files::contains)
                .map(file -> file + " in " + artifact)
                .toList();
    }

    private Optional<Diagnostic> copied(ClassName type, List<ResolvedClasspath.Entry> holders) throws IOException {
        List<ResolvedClasspath.Entry> different = new ArrayList<>();
        List<byte[]> contents = new ArrayList<>();
        for (ResolvedClasspath.Entry entry : holders) {
            try (ArtifactFiles files = ArtifactFiles.open(entry.location())) {
                files.readClassFile(type.classFile())
                        .filter(content -> contents.stream().noneMatch(other -> Arrays.equals(content, other)))
                        .ifPresent(content -> {
                            contents.add(content);
                            different.add(entry);
                        });
            }
        }
        if (different.size() < 2) {
            return Optional.empty();
        }
        Diagnostic diagnostic = Diagnostic.error(
                DiagnosticId.SHADOWED_CLASS,
                "%s is in %d artifacts and differs: the order of the class path decides which one runs"
                        .formatted(type, different.size()));
        for (ResolvedClasspath.Entry entry : different) {
            diagnostic = diagnostic.withDetail(entry.coordinates().toString());
        }
        DependencyPath second = closure.pathTo(Artifact.of(different.get(1).coordinates()));
        return Optional.of(KeepOne.help(diagnostic, second, dialect));
    }

    /** {@return that a class is another one for newer JVMs} */
    static Diagnostic replaced(ClassName type, List<String> replacements) {
        Diagnostic diagnostic = Diagnostic.error(
                DiagnosticId.SHADOWED_CLASS,
                "%s is another class on newer versions of Java: what was checked is not what runs".formatted(type));
        for (String each : replacements) {
            diagnostic = diagnostic.withDetail(each);
        }
        return diagnostic
                .withHelp("have one class file of it for all versions of Java, outside META-INF/versions; what differs")
                .withHelp("can be a class of its own, which that one calls");
    }
}
