package dev.heapwright.linker.testing;

import dev.heapwright.core.link.Decision;
import dev.heapwright.core.link.DefaultAllocator;
import dev.heapwright.core.link.DependencyGraph;
import dev.heapwright.core.link.GlueOptions;
import dev.heapwright.core.link.Kind;
import dev.heapwright.core.link.LinkTarget;
import dev.heapwright.core.link.Linker;
import dev.heapwright.core.link.PlainDialect;
import dev.heapwright.core.name.Coordinates;
import dev.heapwright.diagnostic.DiagnosticException;
import dev.heapwright.heap.Binding;
import dev.heapwright.linker.bind.Binder;
import dev.heapwright.linker.build.BuildCache;
import dev.heapwright.linker.build.BuildModule;
import dev.heapwright.linker.build.DetectedKind;
import dev.heapwright.linker.build.OtherArtifacts;
import dev.heapwright.linker.build.ResolvedClasspath;
import dev.heapwright.linker.check.ModuleCheck;
import dev.heapwright.linker.glue.Glue;
import dev.heapwright.linker.packaged.FinalJar;
import dev.heapwright.linker.process.ProcessMode;
import dev.heapwright.linker.process.ProcessSettings;
import dev.heapwright.testing.Javac;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Module {@code com.acme:app:1.0} in a folder, which is bound, compiled and checked as by a build tool; with no default allocator. */
public final class ModuleInBuild {
    /** The module's. */
    public static final Coordinates APP = new Coordinates("com.acme", "app", "1.0");

    private static final Coordinates HEAP = new Coordinates("dev.heapwright", "heapwright-heap", "1.0");

    private final Path folder;
    private final List<ResolvedClasspath.Entry> dependencies = new ArrayList<>();
    private final RecordedLog log = new RecordedLog();
    private DetectedKind kind = new DetectedKind(Kind.APPLICATION, "configured");
    private GlueOptions options = GlueOptions.PLAIN;
    private ProcessSettings process = ProcessSettings.NONE;
    private OtherArtifacts others = OtherArtifacts.NONE;
    private BuildCache cache = BuildCache.inMemory();

    /**
     * An application with a heap.
     *
     * @param folder an empty one
     */
    public ModuleInBuild(Path folder) {
        this.folder = folder;
        dependencies.add(new ResolvedClasspath.Entry(HEAP, Javac.locationOf(Binding.class)));
    }

    /** {@return this, of another kind} */
    public ModuleInBuild of(Kind other) {
        return of(new DetectedKind(other, "configured"));
    }

    /** {@return this, of a kind that was detected} */
    public ModuleInBuild of(DetectedKind other) {
        kind = other;
        return this;
    }

    /** {@return this, in a build that knows of other artifacts} */
    public ModuleInBuild knowing(OtherArtifacts other) {
        others = other;
        return this;
    }

    /** {@return this, with other glue} */
    public ModuleInBuild with(GlueOptions other) {
        options = other;
        return this;
    }

    /** {@return this, with a process that is to be preloaded} */
    public ModuleInBuild preloaded() {
        process = new ProcessSettings(ProcessMode.PRELOADED, Optional.empty());
        return this;
    }

    /** {@return this, with a process that is to be preloaded with an allocator} */
    public ModuleInBuild preloaded(String allocator) {
        process = new ProcessSettings(ProcessMode.PRELOADED, Optional.of(allocator));
        return this;
    }

    /** {@return this, with a source file, in one of its two sets} */
    public ModuleInBuild source(String set, String file, String text) throws IOException {
        Path path = folder.resolve("src").resolve(set).resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
        return this;
    }

    /** {@return this, with a dependency {@code com.acme:<name>:1.0} on an allocator {@code com.acme.<name>.Pool}} */
    public ModuleInBuild allocator(String name) {
        String source = ClassFolder.allocator("com.acme." + name, "public final class Pool");
        return dependency(name, folder(name).compile("com/acme/" + name + "/Pool.java", source));
    }

    /** {@return this, with a dependency {@code com.acme:<name>:1.0} on a class that needs an allocator} */
    public ModuleInBuild consumer(String name) {
        return dependency(
                name, folder(name).compile("com/acme/" + name + "/Io.java", consumerSource("com.acme." + name)));
    }

    /** {@return this, with a dependency {@code com.acme:<name>:1.0}} */
    public ModuleInBuild dependency(String name, ClassFolder classes) {
        dependencies.add(new ResolvedClasspath.Entry(coordinates(name), classes.path()));
        return this;
    }

    /** {@return this, in a build that begins anew} */
    public ModuleInBuild again() {
        cache = BuildCache.inMemory();
        log.lines().clear();
        return this;
    }

    /** {@return this, without a heap} */
    public ModuleInBuild withoutHeap() {
        dependencies.removeIf(each -> each.coordinates().equals(HEAP));
        return this;
    }

    /** {@return this, without a dependency} */
    public ModuleInBuild without(String name) {
        dependencies.removeIf(each -> each.coordinates().equals(coordinates(name)));
        return this;
    }

    /** {@return the coordinates of a dependency} */
    public static Coordinates coordinates(String name) {
        return new Coordinates("com.acme", name, "1.0");
    }

    /** {@return the source of class {@code Io}, which needs an allocator} */
    public static String consumerSource(String packageName) {
        return """
                package %s;

                @dev.heapwright.annotations.NeedsAllocator
                public final class Io {}
                """.formatted(packageName);
    }

    /** {@return an empty class folder of another module} */
    public ClassFolder folder(String name) {
        return new ClassFolder(folder.resolve("others").resolve(name));
    }

    /** {@return the module's own class folder} */
    public ClassFolder classes() {
        return new ClassFolder(folder.resolve("target/classes"));
    }

    /** Binds it. */
    public Binder.Outcome bind() throws DiagnosticException, IOException {
        return binder("main").bind();
    }

    /** {@return this, in another build, bound to the allocator {@code com.acme.pool.Pool}, with its glue compiled} */
    public ModuleInBuild compileGlue() throws DiagnosticException, IOException {
        Decision.Link link = (Decision.Link) bind().decision();
        classes()
                .compile("com/acme/pool/Pool.java", ClassFolder.allocator("com.acme.pool", "public final class Pool"))
                .add(Glue.of(APP, link, false))
                .delete("com/acme/pool/Pool.class")
                .delete("META-INF/heapwright/allocator/com.acme.pool.Pool");
        return again();
    }

    /** {@return what binds one of its two sets of sources} */
    public Binder binder(String set) {
        return new Binder(module(set), classpath(), others, linker(), options, process, cache, log);
    }

    /** Checks it. */
    public void check(FinalJar... jars) throws DiagnosticException, IOException {
        new ModuleCheck(module("main"), classpath(), linker(), List.of(jars), cache, log).run();
    }

    /** {@return the lines that were logged} */
    public List<String> log() {
        return List.copyOf(log.lines());
    }

    /** {@return the files that were generated, by their paths below the module's target folder, sorted} */
    public List<String> generated() throws IOException {
        Path target = folder.resolve("target");
        if (!Files.exists(target)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(target)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> target.relativize(file).toString().replace('\\', '/'))
                    .filter(file -> file.startsWith("generated-"))
                    .sorted()
                    .toList();
        }
    }

    private BuildModule module(String set) {
        Path target = folder.resolve("target");
        return new BuildModule(
                APP,
                kind,
                25,
                List.of(folder.resolve("src").resolve(set)),
                StandardCharsets.UTF_8,
                target.resolve(set.equals("test") ? "test-classes" : "classes"),
                set.equals("test")
                        ? BuildModule.Folders.in(target, "test-sources", "test-resources")
                        : BuildModule.Folders.in(target),
                Set.of());
    }

    private ResolvedClasspath classpath() {
        Map<Coordinates, Set<Coordinates>> edges = Map.of(
                APP,
                Set.copyOf(dependencies.stream()
                        .map(ResolvedClasspath.Entry::coordinates)
                        .toList()));
        return new ResolvedClasspath(dependencies, new DependencyGraph(edges));
    }

    private Linker linker() {
        return new Linker(new LinkTarget(kind.kind(), 25), new DefaultAllocator.None(), "1.0", PlainDialect.INSTANCE);
    }
}
