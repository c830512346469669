package dev.heapwright.linker.packaged;

import dev.heapwright.core.link.Decision;
import dev.heapwright.core.link.PlainDialect;
import dev.heapwright.core.marker.Marker;
import dev.heapwright.core.name.ClassName;
import dev.heapwright.core.name.Coordinates;
import dev.heapwright.diagnostic.Diagnostic;
import dev.heapwright.diagnostic.DiagnosticException;
import dev.heapwright.diagnostic.DiagnosticRenderer;
import dev.heapwright.heap.Binding;
import dev.heapwright.linker.artifact.ArtifactFiles;
import dev.heapwright.linker.glue.Glue;
import dev.heapwright.linker.testing.ClassFolder;
import dev.heapwright.testing.Javac;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Packages an application, {@code com.acme:app:3.0}, as a build could, and checks the result.
 *
 * @param temporary an empty folder
 */
record Jars(Path temporary) {
    static final Coordinates APP = new Coordinates("com.acme", "app", "3.0");
    static final Coordinates IO = new Coordinates("com.acme", "io", "2.1");
    static final String GLUE = "com.acme.app.heapwright.HeapwrightBinding";
    static final String GLUE_CLASS = "com/acme/app/heapwright/HeapwrightBinding.class";
    static final String POOL_MARKER = "META-INF/heapwright/binding/com.acme.pool.Pool";
    static final String HEAP = "dev/heapwright/heap/";

    static final Decision.Link TO_POOL = link("com.acme.pool.Pool");
    static final Decision.Link TO_SLABS = link("com.acme.pool.Slabs");
    static final Decision NOTHING = new Decision.NothingToLink("nothing here needs an allocator");

    /** The application's dependency {@code com.acme:io} is bound to the pool. */
    static final Decision ADOPTED = new Decision.Adopt(
            new Marker.OfBinding(TO_POOL.allocator(), TO_POOL.artifact(), TO_POOL.reason(), Glue.nameFor(IO)), IO);

    private static Decision.Link link(String allocator) {
        return new Decision.Link(
                ClassName.topLevel(allocator), new Coordinates("com.acme", "pool", "1.2"), "linked explicitly");
    }

    /** {@return a class folder, emptied if it existed} */
    ClassFolder folder(String name) throws IOException {
        Path folder = temporary.resolve(name);
        if (Files.exists(folder)) {
            try (Stream<Path> walk = Files.walk(folder)) {
                for (Path file : walk.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
        return new ClassFolder(folder);
    }

    /** {@return the application without its dependencies, not bound} */
    ClassFolder app() throws IOException {
        return folder("app-3.0").write("com/acme/app/app.properties", "name=app\n");
    }

    /** {@return the application without its dependencies, bound} */
    ClassFolder bound(Decision.Link link) throws IOException {
        return glued(app(), APP, link);
    }

    /** {@return the application with its dependencies in one folder, bound} */
    ClassFolder merged(Decision.Link link) throws IOException {
        return glued(withDependencies(app()), APP, link);
    }

    /** {@return a folder to which the glue of a module is added, without what it is compiled against} */
    ClassFolder glued(ClassFolder folder, Coordinates module, Decision.Link link) throws IOException {
        Glue glue = Glue.of(module, link, false);
        ClassFolder compiled = pool(folder("compiled-" + module.artifactId())).add(glue);
        String glueClass = Glue.nameFor(module).classFile();
        folder.write(glueClass, compiled.read(glueClass));
        for (String resource : glue.resources().keySet()) {
            folder.write(resource, compiled.read(resource));
        }
        return folder;
    }

    /** {@return a folder to which two allocators are added} */
    static ClassFolder pool(ClassFolder folder) {
        return folder.compile(
                        "com/acme/pool/Pool.java", ClassFolder.allocator("com.acme.pool", "public final class Pool"))
                .compile(
                        "com/acme/pool/Slabs.java", ClassFolder.allocator("com.acme.pool", "public final class Slabs"));
    }

    /** {@return a folder to which the classes of the heap are added} */
    static ClassFolder heap(ClassFolder folder) throws IOException {
        try (ArtifactFiles files = ArtifactFiles.open(Javac.locationOf(Binding.class))) {
            for (String file : files.below(HEAP)) {
                folder.write(file, files.readClassFile(file).orElseThrow());
            }
        }
        return folder;
    }

    static ClassFolder withDependencies(ClassFolder folder) throws IOException {
        return heap(pool(folder));
    }

    /** {@return the bytes of a jar} */
    static byte[] packed(ClassFolder folder) throws IOException {
        return Files.readAllBytes(folder.jar());
    }

    /** {@return the problems of the main jar, packaged from a folder} */
    String problems(Decision decision, ClassFolder folder) throws IOException {
        return problems(decision, new FinalJar(folder.jar(), ""));
    }

    /** {@return the problems, or why a jar cannot be read, with paths relative to the temporary folder} */
    String problems(Decision decision, FinalJar... jars) {
        PackageCheck check = new PackageCheck(APP, decision, PlainDialect.INSTANCE);
        try {
            return text(check.problems(check.read(List.of(jars))));
        } catch (DiagnosticException e) {
            return text(e.diagnostics());
        }
    }

    /** {@return the contents of the main jar, packaged from a folder} */
    PackagedJar read(ClassFolder folder) throws DiagnosticException, IOException {
        return new PackageCheck(APP, TO_POOL, PlainDialect.INSTANCE)
                .read(List.of(new FinalJar(folder.jar(), "")))
                .get(0);
    }

    /** {@return the text of diagnostics, with paths relative to the temporary folder} */
    String text(List<Diagnostic> problems) {
        return problems.stream()
                .map(DiagnosticRenderer::render)
                .collect(Collectors.joining("\n"))
                .replace(temporary + "/", "");
    }
}
