package dev.heapwright.linker.artifact;

import dev.heapwright.core.marker.Marker;
import dev.heapwright.core.name.ClassName;
import dev.heapwright.diagnostic.Diagnostic;
import dev.heapwright.diagnostic.DiagnosticId;
import dev.heapwright.diagnostic.Location;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Finds what runs with a program because the manifest of a jar names it, and of which the build does not know: nobody has judged
 * it. It does no harm if it has nothing of Heapwright's, or only what is elsewhere on the class path as well.
 *
 * @param classPath what was judged, the module's own class folder first if it is known
 * @param jars the final jars, whose manifests count, too
 */
record AddedByManifest(List<ArtifactContents> classPath, List<Path> jars) {
    /**
     * {@return a problem for each file that is added and was not judged}
     *
     * @param binding the classes of the binding
     * @param own the module's glue; what has that is an earlier build of the module
     * @throws IOException if a file cannot be read
     */
    List<Diagnostic> problems(List<ClassName> binding, ClassName own) throws IOException {
        List<Diagnostic> problems = new ArrayList<>();
        for (ManifestClassPath.Added each : added()) {
            try (ArtifactFiles files = ArtifactFiles.open(each.file())) {
                List<String> unknown = files.contains(own.classFile()) ? List.of() : unknown(files, binding);
                if (!unknown.isEmpty()) {
                    problems.add(problem(each, unknown));
                }
            }
        }
        return problems;
    }

    private List<ManifestClassPath.Added> added() throws IOException {
        List<ManifestClassPath.Added> named = new ArrayList<>(ManifestClassPath.named(jars));
        for (ArtifactContents each : classPath) {
            each.named().forEach(file -> named.add(new ManifestClassPath.Added(each.location(), file)));
        }
        List<Path> judged = Stream.concat(classPath.stream().map(ArtifactContents::location), jars.stream())
                .toList();
        return ManifestClassPath.added(judged, named);
    }

    private List<String> unknown(ArtifactFiles files, List<ClassName> binding) throws IOException {
        List<String> unknown = new ArrayList<>();
        List<String> mattering = Stream.of(
                        files.below(Marker.FOLDER).stream(),
                        Stream.of(RegisteredBindings.SERVICE_FILE).filter(files::contains),
                        binding.stream().map(ClassName::classFile))
                .flatMap(each -> each)
                .toList();
        for (String path : mattering) {
            for (byte[] content : files.readClassFiles(path)) {
                if (!isJudged(path, content)) {
                    unknown.add(path);
                }
            }
        }
        return unknown;
    }

    private boolean isJudged(String path, byte[] content) throws IOException {
        for (ArtifactContents each : classPath) {
            if (!path.endsWith(".class") || each.classes().mayContain(path)) {
                try (ArtifactFiles files = ArtifactFiles.open(each.location())) {
                    if (files.readClassFile(path)
                            .filter(other -> Arrays.equals(other, content))
                            .isPresent()) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private static Diagnostic problem(ManifestClassPath.Added added, List<String> unknown) {
        Diagnostic problem = Diagnostic.error(
                        DiagnosticId.SHADOWED_CLASS,
                        "%s also runs, because the manifest of %s names it, but was not checked"
                                .formatted(
                                        added.file().getFileName(), added.by().getFileName()))
                .at(new Location.File(added.by().toString()))
                .withDetail("Class-Path: " + added.file());
        for (String each : unknown) {
            problem = problem.withDetail("not checked: " + each);
        }
        return problem.withHelp("make it a dependency of the module, so that it is checked, or remove it from the")
                .withHelp("Class-Path of that manifest");
    }
}
