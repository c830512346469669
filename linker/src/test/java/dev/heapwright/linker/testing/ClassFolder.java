package dev.heapwright.linker.testing;

import dev.heapwright.annotations.Allocator;
import dev.heapwright.diagnostic.Diagnostic;
import dev.heapwright.heap.Binding;
import dev.heapwright.linker.glue.Glue;
import dev.heapwright.memory.Memory;
import dev.heapwright.testing.AllocatorSource;
import dev.heapwright.testing.Javac;
import dev.heapwright.testing.Source;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.annotation.processing.Processor;

/**
 * A module's class folder, filled as by its build and then, if a test requires it, damaged.
 *
 * @param path of the folder, which need not exist yet
 */
public record ClassFolder(Path path) {
    private static final List<Path> HEAP = List.of(
            Javac.locationOf(Allocator.class),
            Javac.locationOf(Binding.class),
            Javac.locationOf(Memory.class),
            Javac.locationOf(Diagnostic.class));

    /** For Java 17, with warnings as errors. */
    private static final Javac JAVAC =
            Javac.withClassPath().withOptions("--release", "17", "-Xlint:all,-processing", "-Werror");

    /**
     * {@return the source of an allocator class that never has memory}
     *
     * @param packageName its package
     * @param declaration of the class, such as {@code public final class Pool}
     */
    public static String allocator(String packageName, String declaration) {
        String name = declaration.substring(declaration.lastIndexOf(' ') + 1);
        return AllocatorSource.named(packageName + "." + name)
                .declared(declaration)
                .withFirst("private " + name + "() {}")
                .replacing("reallocateInplace", """
                        public static long reallocateInplace(long address, long oldSize, long size, long align) {
                            return oldSize;
                        }
                        """)
                .text();
    }

    /**
     * Compiles with the processor, which adds its markers.
     *
     * @param file such as {@code com/acme/Pool.java}
     * @param source its text
     * @return this
     */
    public ClassFolder compile(String file, String source) {
        Javac javac = file.equals("module-info.java") ? JAVAC.withModulePath(HEAP) : JAVAC.withClassPath(HEAP);
        return compile(javac.withProcessors(List.of(processor())), Map.of(file, source));
    }

    /**
     * Compiles without the processor.
     *
     * @param sources by paths, such as {@code com/acme/Pool.java}
     * @param classPath jars and class folders
     * @return this
     * @throws IllegalArgumentException if the compiler reports anything, with its messages
     */
    public ClassFolder compile(Map<String, String> sources, Path... classPath) {
        return compile(JAVAC.withClassPath(List.of(classPath)), sources);
    }

    /**
     * Compiles a module without the processor.
     *
     * @param sources by paths, among them {@code module-info.java}
     * @param modulePath jars and class folders
     * @return this
     * @throws IllegalArgumentException if the compiler reports anything, with its messages
     */
    public ClassFolder compileModule(Map<String, String> sources, Path... modulePath) {
        // Not once: what is on the module path may differ.
        JAVAC.withModulePath(List.of(modulePath))
                .compile(sources.entrySet().stream()
                        .map(source -> Source.of(source.getKey(), source.getValue()))
                        .toList())
                .quiet()
                .save(path);
        return this;
    }

    private ClassFolder compile(Javac javac, Map<String, String> sources) {
        CompiledOnce.of(javac, HEAP, sources).save(path);
        return this;
    }

    /** Found as javac finds it: the one that comes with Maven is also on the test class path. */
    private static Processor processor() {
        return ServiceLoader.load(Processor.class).stream()
                .filter(processor -> processor.type().getName().startsWith("dev.heapwright."))
                .findFirst()
                .orElseThrow()
                .get();
    }

    /**
     * Compiles glue and copies its resources.
     *
     * @param glue of this module, bound to an allocator in this folder
     * @return this
     * @throws IOException if a resource cannot be written
     */
    public ClassFolder add(Glue glue) throws IOException {
        compile(
                JAVAC.withClassPath(
                        Stream.concat(HEAP.stream(), Stream.of(path)).toList()),
                glue.sources());
        for (Map.Entry<String, String> resource : glue.resources().entrySet()) {
            write(resource.getKey(), resource.getValue());
        }
        return this;
    }

    /**
     * Writes a file.
     *
     * @param file its path in the folder
     * @param content in UTF-8
     * @return this
     * @throws IOException if it cannot be written
     */
    public ClassFolder write(String file, String content) throws IOException {
        return write(file, content.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Writes a file.
     *
     * @param file its path in the folder
     * @param content its bytes
     * @return this
     * @throws IOException if it cannot be written
     */
    public ClassFolder write(String file, byte[] content) throws IOException {
        Files.createDirectories(path.resolve(file).getParent());
        Files.write(path.resolve(file), content);
        return this;
    }

    /**
     * {@return the bytes of a file}
     *
     * @param file its path in the folder
     * @throws IOException if it cannot be read
     */
    public byte[] read(String file) throws IOException {
        return Files.readAllBytes(path.resolve(file));
    }

    /**
     * Deletes a file.
     *
     * @param file its path in the folder
     * @return this
     * @throws IOException if it is not there
     */
    public ClassFolder delete(String file) throws IOException {
        Files.delete(path.resolve(file));
        return this;
    }

    /**
     * Names files in the manifest, which a JVM adds to the class path of the jar.
     *
     * @param urls relative to the jar
     * @return this
     * @throws IOException if it cannot be written
     */
    public ClassFolder naming(String... urls) throws IOException {
        return write(
                "META-INF/MANIFEST.MF",
                "Manifest-Version: 1.0\nClass-Path: %s\n\n".formatted(String.join(" \n  ", urls)));
    }

    /**
     * Packages the folder, the last file first: readers of jars must cope with any order of entries.
     *
     * @return a jar beside it, with {@code .jar} after its name
     * @throws IOException if it cannot be written
     */
    public Path jar() throws IOException {
        Path jar = path.resolveSibling(path.getFileName() + ".jar");
        try (OutputStream out = Files.newOutputStream(jar);
                ZipOutputStream zip = new ZipOutputStream(out);
                Stream<Path> walk = Files.walk(path)) {
            for (Path file : walk.filter(Files::isRegularFile)
                    .sorted(Comparator.reverseOrder())
                    .toList()) {
                zip.putNextEntry(new ZipEntry(path.relativize(file)
                        .toString()
                        .replace(file.getFileSystem().getSeparator(), "/")));
                Files.copy(file, zip);
                zip.closeEntry();
            }
        }
        return jar;
    }
}
