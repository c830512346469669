package dev.heapwright.gradle;

import dev.heapwright.annotations.Allocator;
import dev.heapwright.core.link.Kind;
import dev.heapwright.diagnostic.Diagnostic;
import dev.heapwright.heap.Heap;
import dev.heapwright.memory.Memory;
import dev.heapwright.system.SystemAllocator;
import dev.heapwright.testing.AllocatorSource;
import dev.heapwright.testing.Javac;
import dev.heapwright.testing.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.ServiceLoader;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import javax.annotation.processing.Processor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.commons.ClassRemapper;
import org.objectweb.asm.tree.ClassNode;

/**
 * A Maven repository of a test.
 *
 * @param folder of the repository
 */
record TestRepository(Path folder) {
    /** {@return one that has what a program needs of Heapwright, in version 0.1.0} */
    static TestRepository withHeapwright(Path folder) throws IOException {
        TestRepository repository = new TestRepository(folder);
        repository.addOwn("annotations", Allocator.class);
        repository.addOwn("diagnostic", Diagnostic.class);
        repository.addOwn("memory", Memory.class, "diagnostic");
        repository.addOwn("allocators", SystemAllocator.class, "memory");
        repository.addOwn("heap", Heap.class, "annotations", "allocators");
        repository.add("org.ow2.asm:asm:9", Javac.locationOf(ClassReader.class));
        repository.add("org.ow2.asm:asm-tree:9", Javac.locationOf(ClassNode.class), "org.ow2.asm:asm:9");
        repository.add("org.ow2.asm:asm-commons:9", Javac.locationOf(ClassRemapper.class), "org.ow2.asm:asm-tree:9");
        repository.add(
                "dev.heapwright:heapwright-core:0.1.0",
                Javac.locationOf(Kind.class),
                "dev.heapwright:heapwright-diagnostic:0.1.0",
                "org.ow2.asm:asm-commons:9");
        repository.addOwn("processor", processor().getClass(), "core");
        return repository;
    }

    private void addOwn(String name, Class<?> one, String... dependencies) throws IOException {
        add(
                own(name),
                Javac.locationOf(one),
                Arrays.stream(dependencies).map(TestRepository::own).toArray(String[]::new));
    }

    private static String own(String name) {
        return "dev.heapwright:heapwright-" + name + ":0.1.0";
    }

    /** Adds an allocator artifact. */
    void addAllocator(String coordinates, String className, Path temporary) throws IOException {
        Path classes = temporary.resolve(className);
        Javac.withClassPath(Javac.locationOf(Allocator.class))
                .withOptions("--release", "17")
                .withProcessors(List.of(processor()))
                .compile(List.of(Source.of(
                        className.replace('.', '/') + ".java",
                        AllocatorSource.named(className).text())))
                .save(classes);
        add(coordinates, classes);
    }

    /**
     * Adds an artifact.
     *
     * @param coordinates of the artifact
     * @param content its jar, or the folder of its files
     * @param dependencies the coordinates of those
     */
    void add(String coordinates, Path content, String... dependencies) throws IOException {
        String[] parts = coordinates.split(":", -1);
        Path version = Files.createDirectories(
                folder.resolve(parts[0].replace('.', '/')).resolve(parts[1]).resolve(parts[2]));
        String name = parts[1] + "-" + parts[2];
        jar(content, version.resolve(name + ".jar"));
        Files.writeString(version.resolve(name + ".pom"), """
                <project>
                  <modelVersion>4.0.0</modelVersion>
                  %s
                  <dependencies>%s</dependencies>
                </project>
                """.formatted(
                        elements(coordinates),
                        Arrays.stream(dependencies)
                                .map(each -> "<dependency>" + elements(each) + "</dependency>")
                                .collect(Collectors.joining())));
    }

    private static String elements(String coordinates) {
        return "<groupId>%s</groupId><artifactId>%s</artifactId><version>%s</version>"
                .formatted((Object[]) coordinates.split(":", -1));
    }

    private static void jar(Path content, Path jar) throws IOException {
        if (Files.isRegularFile(content)) {
            Files.copy(content, jar);
            return;
        }
        int status = ToolProvider.findFirst("jar")
                .orElseThrow()
                .run(System.out, System.err, "--create", "--file", jar.toString(), "-C", content.toString(), ".");
        if (status != 0) {
            throw new IOException(jar + " was not made");
        }
    }

    /** {@return the processor, found as javac finds it} */
    static Processor processor() {
        return ServiceLoader.load(Processor.class).findFirst().orElseThrow();
    }
}
