package dev.heapwright.linker.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.heapwright.core.elf.Machine;
import dev.heapwright.core.process.ProcessAllocator;
import dev.heapwright.testing.Javac;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/** Images that the tools of this JDK make, and the programs in them. */
final class Images {
    /** Jars and class folders with the allocators and their libraries. */
    static final List<Path> CLASS_PATH = List.of(
            Javac.locationOf(ProcessAllocator.JEMALLOC.checksums()),
            Javac.locationOf(ProcessAllocator.JEMALLOC.resource(Machine.X64)));

    private Images() {}

    /** Makes a Java runtime with the smallest possible set of modules. */
    static void jlink(Path image) {
        assumeTrue(System.getProperty("os.name").equals("Linux"));
        run("jlink", "--add-modules", "java.base", "--output", image.toString());
    }

    /** Makes an application, {@code app}, with a launcher that prints something. */
    static Path jpackage(Path runtime, Path folder) throws IOException {
        Path input = Files.createDirectories(folder.resolve("input"));
        Javac.withClassPath().withOptions("--release", "17").compile("""
                        package com.acme;
                        class Main {
                            public static void main(String[] arguments) {
                                System.out.println("started");
                            }
                        }
                        """).save(input);
        run("jar", "--create", "--file", input.resolve("app.jar").toString(), "-C", input.toString(), "com");
        run(
                "jpackage",
                "--type",
                "app-image",
                "--name",
                "app",
                "--runtime-image",
                runtime.toString(),
                "--input",
                input.toString(),
                "--main-jar",
                "app.jar",
                "--main-class",
                "com.acme.Main",
                "--dest",
                folder.toString());
        return folder.resolve("app");
    }

    static Path copy(Path image, Path target) throws IOException {
        Files.walkFileTree(image, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                Files.createDirectories(target.resolve(image.relativize(folder)));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.copy(file, target.resolve(image.relativize(file)));
                return FileVisitResult.CONTINUE;
            }
        });
        return target;
    }

    /** {@return when each file of an image was changed} */
    static Map<Path, String> state(Path image) throws IOException {
        try (Stream<Path> files = Files.walk(image)) {
            Map<Path, String> state = new TreeMap<>();
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                state.put(image.relativize(file), Files.getAttribute(file, "unix:ino") + " " + Files.size(file));
            }
            return state;
        }
    }

    /** {@return the CRC-32 of each file of an image} */
    static Map<Path, Long> content(Path image) throws IOException {
        try (Stream<Path> files = Files.walk(image)) {
            Map<Path, Long> content = new TreeMap<>();
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                CRC32 crc = new CRC32();
                crc.update(Files.readAllBytes(file));
                content.put(image.relativize(file), crc.getValue());
            }
            return content;
        }
    }

    /** {@return what a program prints, in an environment with a variable by which jemalloc reports on itself at the end} */
    static String run(Path program, String... arguments) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                        Stream.concat(Stream.of(program.toString()), Arrays.stream(arguments))
                                .toList())
                .redirectErrorStream(true);
        builder.environment().put("JE_MALLOC_CONF", "stats_print:true");
        builder.environment().put("MIMALLOC_SHOW_STATS", "1");
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return output + "exit status " + process.waitFor();
    }

    private static void run(String tool, String... arguments) {
        StringWriter output = new StringWriter();
        PrintWriter writer = new PrintWriter(output);
        int status = ToolProvider.findFirst(tool).orElseThrow().run(writer, writer, arguments);
        assertEquals(0, status, output.toString());
    }
}
