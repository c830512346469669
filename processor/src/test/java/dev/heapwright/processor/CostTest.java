package dev.heapwright.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.heapwright.testing.AllocatorSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.annotation.processing.Processor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The cost of a compilation: none without an allocator, and no more than necessary with one. */
class CostTest {
    private static final Map<String, byte[]> LIBRARY = LibraryFileManager.library("""
            package com.acme.lib;

            public final class Chunks {
                public static long grow() { return Journal.write(); }
                public static long shrink() { return Journal.write() + Pages.count(); }
            }
            """, """
            package com.acme.lib;

            final class Journal {
                static long write() { return Pages.count(); }
            }
            """, """
            package com.acme.lib;

            final class Pages {
                static long count() { return 1; }
            }
            """);

    private static String allocator(String name) {
        return AllocatorSource.named("com.acme." + name)
                .withNatives()
                .withFirst("static final long SHRUNK = com.acme.lib.Chunks.shrink();")
                .withFirst("static final long GROWN = com.acme.lib.Chunks.grow();")
                .text();
    }

    private static final String CONSUMER = """
            package com.acme;

            @dev.heapwright.annotations.NeedsAllocator
            public final class Index {
                static long grow() { return com.acme.lib.Chunks.grow(); }
            }
            """;

    /** Javac itself opens the class files that the sources use; the processor opens no others. */
    @Test
    void withoutAnAllocatorNoClassFileIsRead() {
        LibraryFileManager files = new LibraryFileManager(LIBRARY);
        Compilation compilation =
                Compilation.of(files, Compilation.STRICT, List.of(new HeapwrightProcessor()), CONSUMER);
        assertEquals("", compilation.messages());
        assertEquals(Map.of("com.acme.lib.Chunks", 1), files.opened());
    }

    /** Javac itself also reads those that the sources refer to. */
    @Test
    void withAnAllocatorEachClassFileIsReadOnce() {
        LibraryFileManager files = new LibraryFileManager(LIBRARY);
        Compilation compilation =
                Compilation.of(files, Compilation.STRICT, List.of(new HeapwrightProcessor()), allocator("Slab"));
        assertEquals("", compilation.messages());
        assertEquals(
                Map.of("com.acme.lib.Chunks", 2, "com.acme.lib.Journal", 1, "com.acme.lib.Pages", 1), files.opened());
    }

    /** Only a compilation of several modules can have several allocators. */
    @Test
    void withSeveralAllocatorsEachClassFileIsStillReadOnce(@TempDir Path sources) throws IOException {
        for (String module : List.of("slab", "pool")) {
            Path folder = Files.createDirectories(sources.resolve(module).resolve("com/acme/" + module));
            Files.writeString(
                    sources.resolve(module).resolve("module-info.java"),
                    "module %s { requires static dev.heapwright.annotations; }\n".formatted(module));
            Files.writeString(
                    folder.resolve("Allocating.java"),
                    allocator("Allocating").replace("package com.acme;", "package com.acme." + module + ";"));
        }
        LibraryFileManager files = new LibraryFileManager(LIBRARY);
        Compilation compilation = Compilation.of(
                files,
                List.of(
                        "--module-source-path",
                        sources.toString(),
                        "--module",
                        "slab,pool",
                        "--module-path",
                        Compilation.ANNOTATIONS.toString(),
                        "--add-reads",
                        "slab=ALL-UNNAMED",
                        "--add-reads",
                        "pool=ALL-UNNAMED",
                        "-d",
                        sources.resolve("output").toString()),
                List.of(new HeapwrightProcessor()));
        assertEquals("", compilation.messages());
        assertEquals(2, compilation.markers().size());
        assertEquals(
                Map.of("com.acme.lib.Chunks", 2, "com.acme.lib.Journal", 1, "com.acme.lib.Pages", 1), files.opened());
    }

    /** Classes that are not loaded cannot listen, scan trees or read class files. */
    @Test
    void withoutAnAllocatorTheClassesThatFollowCodeAreNotEvenLoaded() {
        assertEquals(Set.of(), loadedToFollowCode(CONSUMER));
        Set<String> loaded = loadedToFollowCode(allocator("Slab"));
        assertTrue(
                loaded.containsAll(Set.of("CompiledSources", "ReferenceScanner", "ClassFileReader", "ClassCode")),
                loaded::toString);
    }

    /** {@return the simple names of the classes for following code that a compilation has loaded} */
    private static Set<String> loadedToFollowCode(String source) {
        Loader loader = new Loader();
        Compilation compilation = Compilation.of(
                new LibraryFileManager(LIBRARY), Compilation.STRICT, List.of(loader.processor()), source);
        assertEquals("", compilation.messages());
        return loader.loaded.stream()
                .filter(name -> name.matches("dev\\.heapwright\\.(core\\.bytecode|(core|processor)\\.reach)\\..*"))
                .map(name -> name.substring(name.lastIndexOf('.') + 1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Loads the processor afresh, and records the loaded classes. */
    private static final class Loader extends ClassLoader {
        private final Set<String> loaded = new TreeSet<>();

        Loader() {
            super(CostTest.class.getClassLoader());
        }

        Processor processor() {
            try {
                return (Processor) loadClass(HeapwrightProcessor.class.getName())
                        .getConstructor()
                        .newInstance();
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.startsWith("dev.heapwright.") || !loaded.add(name)) {
                return super.loadClass(name, resolve);
            }
            try (InputStream in =
                    Objects.requireNonNull(getResourceAsStream(name.replace('.', '/') + ".class"), name)) {
                byte[] bytes = in.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }
}
