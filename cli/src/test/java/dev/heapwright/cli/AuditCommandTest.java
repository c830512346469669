package dev.heapwright.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.heapwright.testing.Javac;
import dev.heapwright.testing.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The audit, as it is called on the command line. */
class AuditCommandTest {
    @TempDir
    private Path folder;

    private ManualBuild module;

    @BeforeEach
    void writeSources() throws IOException {
        module = new ManualBuild(folder);
    }

    @Test
    void theAuditShowsWhoTakesNativeMemory() throws Exception {
        assertEquals(0, module.run("audit", List.of(io())), module.err());
        assertEquals("""

                com.acme:app:1.0 is an application (configured), compiled for Java 17
                not bound: nothing here needs an allocator; the process has the C library's malloc

                file:io:unknown
                  direct buffers      1  nobody                 com.acme.Chunks.grow

                places governed by the heap: 0, by the process allocator: 0, by nobody: 1; not read: 0

                """, module.out());
    }

    @Test
    void theAuditIsWrittenToAFileForPrograms() throws Exception {
        Path file = folder.resolve("audit/audit.json");
        assertEquals(
                0,
                module.run(
                        "audit",
                        List.of(io()),
                        "--output-type",
                        "json",
                        "--output-file",
                        file.toString(),
                        "--process",
                        "preloaded"),
                module.err());
        assertEquals("audit written to " + file + "\n", module.out());
        assertTrue(Files.readString(file).contains("\"governor\":\"the process allocator\""), Files.readString(file));
    }

    @Test
    void whatIsNotInTheBaselineIsRefusedOrReportedOnce() throws Exception {
        Path baseline = folder.resolve("baseline.txt");
        String[] comparing = {"--baseline", baseline.toString(), "--ungoverned", "fail"};
        assertEquals(Main.REFUSED, module.run("audit", List.of(io()), comparing));
        assertTrue(
                module.err().startsWith("[Heapwright/UngovernedMemory] com.acme:app takes native memory"),
                module.err());
        assertEquals(0, module.run("audit", List.of(io()), "--baseline", baseline.toString(), "--ungoverned", "warn"));
        assertEquals(2, module.err().split("UngovernedMemory\\]", -1).length - 1, module.err());
        assertEquals(0, module.run("audit", List.of(io()), "--baseline", baseline.toString(), "--write-baseline"));
        assertTrue(module.out().endsWith("baseline written to " + baseline + "\n"), module.out());
        assertEquals(0, module.run("audit", List.of(io()), comparing), module.err());
    }

    @Test
    void aBaselineThatIsAFolderIsReported() throws Exception {
        assertEquals(
                Main.REFUSED,
                module.run("audit", List.of(io()), "--baseline", folder.toString(), "--ungoverned", "fail"));
        assertTrue(
                module.err()
                        .startsWith("[Heapwright/InvalidConfiguration] " + folder + " cannot be read: it is a folder"),
                module.err());
    }

    @Test
    void anUnknownProcessIsAMisuse() {
        assertEquals(2, module.run("audit", ManualBuild.HEAP, "--process", "preload"));
        assertTrue(module.err().contains("preload"), module.err());
    }

    /** {@return an artifact that takes native memory} */
    private Path io() {
        Path classes = folder.resolve("io");
        Javac.withClassPath()
                .withOptions("--release", "17")
                .compile(List.of(Source.of("com/acme/Chunks.java", """
                        package com.acme;

                        class Chunks {
                            java.nio.ByteBuffer grow() {
                                return java.nio.ByteBuffer.allocateDirect(1);
                            }
                        }
                        """)))
                .save(classes);
        return classes;
    }
}
