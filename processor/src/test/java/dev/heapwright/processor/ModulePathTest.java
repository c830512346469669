package dev.heapwright.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.heapwright.testing.AllocatorSource;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;

/** An allocator in a named module, whose dependencies are on the module path. */
class ModulePathTest {
    private static final String SLAB = AllocatorSource.named("com.acme.Slab")
            .withNatives()
            .replacing(
                    "allocate",
                    "public static long allocate(long size, long align) { return com.acme.lib.Chunks.grow(); }")
            .text();
    private static final String MODULE = """
            module com.acme {
                requires static dev.heapwright.annotations;
                requires com.acme.lib;
            }
            """;
    private static final String CHUNKS = """
            package com.acme.lib;

            public final class Chunks {
                public static long grow() { return Journal.write(); }
            }
            """;
    private static final String JOURNAL = """
            package com.acme.lib;

            final class Journal {
                static long write() { return new com.acme.io.Buffers().hashCode(); }
            }
            """;
    private static final String CIRCULAR = """
            Slab.java:5:84: error: [Heapwright/CircularDependency] circular dependency: allocator com.acme.Slab uses com.acme.io.Buffers, which needs an allocator
                  com.acme.Slab.allocate(long, long)
                  -> com.acme.lib.Chunks.grow()
                  -> com.acme.lib.Journal.write()
                  -> new com.acme.io.Buffers() (needs an allocator)
                  -> com.acme.Slab
                help: an allocator may only use code that needs no allocator; get memory from
                      dev.heapwright.memory.CHeap instead, or remove the call
                more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=CircularDependency
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void twoModulesOfWhichOneNeedsAnAllocator() throws IOException {
        compile("io", """
                module com.acme.io {
                    requires static dev.heapwright.annotations;
                    exports com.acme.io;
                }
                """, """
                @dev.heapwright.annotations.NeedsAllocator
                package com.acme.io;
                """, """
                package com.acme.io;

                public final class Buffers {}
                """);
        compile("lib", """
                module com.acme.lib {
                    requires com.acme.io;
                    exports com.acme.lib;
                }
                """, CHUNKS, JOURNAL);
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_18)
    void thePathContinuesThroughTheModulePath() throws IOException {
        assertEquals(CIRCULAR, compile("slab", MODULE, SLAB));
    }

    @Test
    @EnabledForJreRange(max = JRE.JAVA_17)
    void aCompilerThatShowsNoFilesOfTheModulePathLeavesItToCheck() throws IOException {
        assertEquals("", compile("slab", MODULE, SLAB));
    }

    @Test
    void aDirectlyReferencedConsumerOnTheModulePathIsFoundByEveryJavac() throws IOException {
        assertEquals(
                """
                Slab.java:5:84: error: [Heapwright/CircularDependency] circular dependency: allocator com.acme.Slab uses com.acme.io.Buffers, which needs an allocator
                      com.acme.Slab.allocate(long, long)
                      -> com.acme.io.Buffers (static initialiser) (needs an allocator)
                      -> com.acme.Slab
                    help: an allocator may only use code that needs no allocator; get memory from
                          dev.heapwright.memory.CHeap instead, or remove the call
                    more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=CircularDependency
                """,
                compile(
                        "slab",
                        MODULE.replace("com.acme.lib", "com.acme.io"),
                        SLAB.replace("com.acme.lib.Chunks.grow()", "com.acme.io.Buffers.class.hashCode()")));
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_18)
    void thePathContinuesThroughAnEarlierCompilationOfTheSameModule() throws IOException {
        String module = """
                module com.acme {
                    requires static dev.heapwright.annotations;
                    requires com.acme.io;
                }
                """;
        Path output = compiled("slab", module, CHUNKS, JOURNAL);
        assertEquals(
                CIRCULAR,
                compilation(output, List.of("-d", output.toString()), SLAB).messages());
    }

    @Test
    void severalModulesMayBeCompiledAtOnce() throws IOException {
        Path sources = Files.createDirectories(folder.resolve("sources/com.acme/com/acme"));
        Files.writeString(sources.resolve("Slab.java"), SLAB);
        Files.writeString(sources.resolve("../../module-info.java"), MODULE);
        Compilation compilation = Compilation.of(
                List.of(
                        "--module-source-path",
                        folder.resolve("sources").toString(),
                        "--module",
                        "com.acme",
                        "--module-path",
                        modulePath(),
                        "-d",
                        folder.resolve("output").toString()),
                List.of(new HeapwrightProcessor()));
        assertEquals(JRE.currentVersionNumber() < 18 ? "" : CIRCULAR, compilation.messages());
    }

    private String compile(String name, String... sources) throws IOException {
        return compilation(folder.resolve(name), List.of(), sources).messages();
    }

    private Path compiled(String name, String... sources) throws IOException {
        assertEquals("", compile(name, sources));
        return folder.resolve(name);
    }

    private Compilation compilation(Path output, List<String> options, String... sources) throws IOException {
        List<String> all = new ArrayList<>(List.of("-Xlint:all,-processing", "--module-path", modulePath()));
        all.addAll(options);
        Compilation compilation = Compilation.of(all, List.of(new HeapwrightProcessor()), sources);
        compilation.result().save(output);
        return compilation;
    }

    private String modulePath() {
        return String.join(
                File.pathSeparator,
                Compilation.ANNOTATIONS.toString(),
                folder.resolve("io").toString(),
                folder.resolve("lib").toString());
    }
}
