package dev.heapwright.processor;

import static dev.heapwright.processor.ReachRuleTest.INDEX;
import static dev.heapwright.processor.ReachRuleTest.allocator;
import static dev.heapwright.processor.ReachRuleTest.message;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.heapwright.testing.MemoryFiles;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.FileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The way of an allocator to a consumer through class files of the class path. */
class ReachThroughClassFilesTest {
    @Test
    void theWayContinuesThroughClassFilesOfDependencies(@TempDir Path library) throws IOException {
        compile(library, """
                package com.acme.lib;

                public final class Chunks {
                    public static long grow() { return new Journal().size(); }
                }
                """, """
                package com.acme.lib;

                final class Journal {
                    private static final class Pages {
                        private final Object buffers = new com.acme.io.Buffers();
                    }

                    long size() { return new Pages().hashCode(); }
                }
                """, """
                @dev.heapwright.annotations.NeedsAllocator
                package com.acme.io;
                """, """
                package com.acme.io;

                public final class Buffers {}
                """);
        Compilation compilation = Compilation.of(
                List.of("-classpath", library + File.pathSeparator + Compilation.ANNOTATIONS),
                List.of(new HeapwrightProcessor()),
                allocator("com.acme.lib.Chunks.grow();"));
        assertEquals(
                message(
                        5,
                        77,
                        "com.acme.io.Buffers",
                        "com.acme.Slab.allocate(long, long)",
                        "com.acme.lib.Chunks.grow()",
                        "com.acme.lib.Journal.size()",
                        "new com.acme.lib.Journal$Pages()",
                        "new com.acme.io.Buffers()"),
                compilation.messages());
    }

    @Test
    void anOutdatedClassFileBesideItsSourceIsIgnored(@TempDir Path older) throws IOException {
        compile(older, INDEX, "package com.acme;\n\npublic class Chunks { static { Index.add(1); } }\n");
        Compilation compilation = Compilation.of(
                List.of("-classpath", older + File.pathSeparator + Compilation.ANNOTATIONS),
                List.of(new HeapwrightProcessor()),
                allocator("new Chunks();"),
                "package com.acme;\n\npublic class Chunks {}\n");
        assertEquals("", compilation.messages());
    }

    /** {@link CostTest} counts how often each is opened. */
    @Test
    void eachClassFileOfTheClassPathIsLookedUpOnceAndThoseOfTheJdkAreNot(@TempDir Path library) throws IOException {
        compile(library, """
                package com.acme.lib;

                public final class Chunks {
                    public static final Object SERVER = com.sun.net.httpserver.HttpServer.class;
                    public static long grow() { return Math.max(1, Journal.shrink()); }
                }
                """, """
                package com.acme.lib;

                public final class Journal {
                    public static long shrink() { return Chunks.grow(); }
                }
                """);
        List<String> read = new ArrayList<>();
        MemoryFiles files = new MemoryFiles() {
            @Override
            public FileObject getFileForInput(Location location, String packageName, String relativeName)
                    throws IOException {
                read.add(packageName + "/" + relativeName);
                return super.getFileForInput(location, packageName, relativeName);
            }
        };
        Compilation compilation = Compilation.of(
                files,
                List.of("-classpath", library + File.pathSeparator + Compilation.ANNOTATIONS),
                List.of(new HeapwrightProcessor()),
                allocator("com.acme.lib.Chunks.grow(); com.acme.lib.Journal.shrink();"));
        assertEquals("", compilation.messages());
        assertEquals(
                List.of(
                        "com.acme.lib/Chunks.class",
                        "com.acme.lib/Journal.class",
                        "com.acme.lib/package-info.class",
                        "com.sun.net.httpserver/HttpServer.class"),
                read.stream().sorted().toList());
    }

    private static void compile(Path folder, String... sources) {
        Compilation.javac().compile(sources).quiet().save(folder);
    }
}
