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
import dev.heapwright.diagnostic.DiagnosticId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Finds classes of a binding that a JVM may load from elsewhere than from where they were judged: the allocator, the glue,
 * and the heap's own. Of several artifacts that have such a class, the order of the class path says which one is loaded;
 * of several files for it in a multi-release jar, the version of the JVM; and a manifest may add what the build does not know
 * of. Copies that are equal do no harm.
 *
 * @param classPath what runs together, the module's own class folder first if it is known
 * @param jars the final jars; none if the module is not packaged yet
 * @param closure the same as the class path, with the ways in which it came there
 * @param dialect how help is written
 */
public record ShadowedClasses(List<ArtifactContents> classPath, List<Path> jars, Closure closure, Dialect dialect) {
    private static final List<String> HEAP =
            List.of("Heap", "Binding", "BindingFinder", "checked.CheckedBinding", "observed.ObservedBinding");

    /**
     * {@return the decision, or a refusal if a class of the binding is shadowed}
     *
     * @param decision what is linked
     * @param glue the module's own, which is generated if that is the decision
     * @throws IOException if an artifact or a class file cannot be read
     */
    public Decision judge(Decision decision, ClassName glue) throws IOException {
        List<Diagnostic> problems = problems(decision, glue);
        return problems.isEmpty() ? decision : new Decision.Refuse(problems);
    }

    /**
     * {@return a problem for each class of the binding that is shadowed}
     *
     * @param decision what is linked
     * @param glue the module's own, which is generated if that is the decision
     * @throws IOException if an artifact or a class file cannot be read
     */
    public List<Diagnostic> problems(Decision decision, ClassName glue) throws IOException {
        if (!(decision instanceof Decision.Bound bound)) {
            return List.of();
        }
        List<ClassName> classes = new ArrayList<>(List.of(bound.allocator()));
        classes.add(
                decision instanceof Decision.Adopt adopted ? adopted.binding().glue() : glue);
        HEAP.forEach(name -> classes.add(ClassName.topLevel(Contract.HEAP + "." + name)));
        List<Diagnostic> problems = new ArrayList<>();
        for (ClassName each : classes) {
            problem(each).ifPresent(problems::add);
        }
        problems.addAll(new AddedByManifest(classPath, jars).problems(classes, glue));
        return problems;
    }

    private Optional<Diagnostic> problem(ClassName type) throws IOException {
        String path = type.classFile();
        List<String> replacements = new ArrayList<>();
        for (ArtifactContents each : holders(classes -> classes.mayReplace(path))) {
            try (ArtifactFiles files = ArtifactFiles.open(each.location())) {
                replacements.addAll(replacements(files, each.artifact().coordinates(), path));
            }
        }
        if (!replacements.isEmpty()) {
            return Optional.of(replaced(type, replacements));
        }
        List<ArtifactContents> holders = holders(classes -> classes.mayContain(path));
        return holders.size() < 2 ? Optional.empty() : copied(type, holders);
    }

    private List<ArtifactContents> holders(Predicate<ClassPaths> which) {
        return classPath.stream().filter(each -> which.test(each.classes())).toList();
    }

    /** {@return the files that newer JVMs load from an artifact instead of a class file, as they are shown} */
    static List<String> replacements(ArtifactFiles files, Coordinates artifact, String path) throws IOException {
        return files.versionFolders().stream()
                .map(folder -> folder + path)
                .filter(files::contains)
                .map(file -> file + " in " + artifact)
                .toList();
    }

    private Optional<Diagnostic> copied(ClassName type, List<ArtifactContents> holders) throws IOException {
        List<Coordinates> different = new ArrayList<>();
        List<byte[]> contents = new ArrayList<>();
        for (ArtifactContents each : holders) {
            try (ArtifactFiles files = ArtifactFiles.open(each.location())) {
                files.readClassFile(type.classFile())
                        .filter(content -> contents.stream().noneMatch(other -> Arrays.equals(content, other)))
                        .ifPresent(content -> {
                            contents.add(content);
                            different.add(each.artifact().coordinates());
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
        for (Coordinates each : different) {
            diagnostic = diagnostic.withDetail(each.toString());
        }
        DependencyPath second = closure.pathTo(Artifact.of(different.get(1)));
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
