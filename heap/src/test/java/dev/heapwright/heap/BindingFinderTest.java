package dev.heapwright.heap;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class BindingFinderTest {
    private static final String NOT_BOUND = notBound("no allocator is bound to this program's heap");
    private static final String BROKEN = "the binding of this program's heap cannot be loaded";

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it.
    Path folder;

    @Test
    void theOnlyGlueIsUsed() throws IOException, ReflectiveOperationException {
        try (Program program = Program.of(Program.glue(folder, "com.acme", "com.acme.PoolAllocator"))) {
            assertEquals("com.acme.PoolAllocator 1.0 (linked explicitly)", program.call("binding"));
        }
    }

    static Stream<Arguments> functions() {
        return Stream.of(
                Arguments.of("binding", new Long[] {}),
                Arguments.of("allocate", new Long[] {8L, 8L}),
                Arguments.of("allocateZeroed", new Long[] {8L, 8L}),
                Arguments.of("deallocate", new Long[] {8L, 8L, 8L}),
                Arguments.of("reallocate", new Long[] {8L, 8L, 8L, 8L}),
                Arguments.of("reallocateInplace", new Long[] {8L, 8L, 8L, 8L}),
                Arguments.of("usableSize", new Long[] {8L, 8L}));
    }

    @ParameterizedTest
    @MethodSource("functions")
    void withoutGlueEveryCallThrowsAnErrorThatSaysSo(String function, Long[] arguments)
            throws IOException, ReflectiveOperationException {
        try (Program program = Program.of()) {
            assertEquals(NOT_BOUND, program.call(function, arguments));
            assertEquals(NOT_BOUND, program.call(function, arguments));
        }
    }

    @Test
    void withoutGlueTheLibrariesAreNamedOfWhichOneMayBeTheProgram() throws IOException, ReflectiveOperationException {
        Path app = library("app", "contract=1\nartifactId=app\ngroupId=com.acme\nreason=configured\nversion=1.0\n");
        Path io = library(
                "io", "contract=1\nartifactId=io\ngroupId=com.acme\nreason=no main class is configured\nversion=2.1\n");
        String expected = """
                dev.heapwright.heap.BindingError: [Heapwright/NotBound] no allocator is bound to this program's heap
                    com.acme:app:1.0 was built as a library (configured)
                    com.acme:io:2.1 was built as a library (no main class is configured)
                  help: if the program is among them, set kind to application in its build, and rebuild it:
                        <configuration><kind>application</kind></configuration>
                        if not, bind one in the program's build, and rebuild it:
                        <plugin>
                          <groupId>dev.heapwright</groupId>
                          <artifactId>heapwright-maven-plugin</artifactId>
                          <executions><execution><goals><goal>bind</goal><goal>check</goal></goals></execution></executions>
                        </plugin>
                  more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=NotBound""";
        for (Path[] order : new Path[][] {{app, io}, {io, app}}) {
            try (Program program = Program.of(order)) {
                assertEquals(expected, program.call("binding"));
                assertEquals(expected, program.call("allocate", 8L, 8L));
            }
        }
    }

    @Test
    void noMoreLibrariesAreNamedThanAnybodyReads() throws IOException, ReflectiveOperationException {
        Path[] libraries = new Path[12];
        for (int i = 0; i < libraries.length; i++) {
            libraries[i] = library(
                    "lib" + i,
                    "contract=1\nartifactId=lib%02d\ngroupId=com.acme\nreason=configured\nversion=1\n".formatted(i));
        }
        try (Program program = Program.of(libraries)) {
            List<String> lines = program.call("binding").lines().toList();
            assertEquals("    com.acme:lib07:1 was built as a library (configured)", lines.get(8));
            assertEquals("    and 4 more", lines.get(9));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "contract=2\nartifactId=a\ngroupId=g\nreason=r\nversion=1\n",
                "contract=1\nartifactId=a\ngroupId=g\nreason=r\nversion=1\nmore=1\n",
                "contract=1\nartifactId=\u001b[2J\ngroupId=g\nreason=r\nversion=1\n",
                "contract=1\nartifactId=a\ngroupId=g\nreason=<script>\nversion=1\n"
            })
    void whatIsNoMarkerOfALibraryIsNotShown(String content) throws IOException, ReflectiveOperationException {
        try (Program program =
                Program.of(library("hostile", content), library("long", "contract=1\n".repeat(100_000)))) {
            assertEquals(NOT_BOUND, program.call("binding"));
        }
    }

    private Path library(String name, String marker) throws IOException {
        Path artifact = folder.resolve(name);
        Path file = artifact.resolve("META-INF/heapwright/library");
        Files.createDirectories(file.getParent());
        Files.writeString(file, marker);
        return artifact;
    }

    @Test
    void twoGluesAreNamedWithTheirPlacesWhateverTheOrderTheyAreFoundIn()
            throws IOException, ReflectiveOperationException {
        Path pool = Program.glue(folder.resolve("pool"), "com.acme", "com.acme.PoolAllocator");
        Path slab = Program.glue(folder.resolve("slab"), "com.acme.slab", "com.acme.slab.SlabAllocator");
        String expected = """
                dev.heapwright.heap.BindingError: [Heapwright/BoundTwice] this program's heap has 2 bindings; exactly one is required
                    com.acme.PoolAllocator 1.0 (linked explicitly) by com.acme.Glue in %s
                    com.acme.slab.SlabAllocator 1.0 (linked explicitly) by com.acme.slab.Glue in %s
                  help: keep one: remove the artifacts that the others come from, or build those as libraries, without glue
                  more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=BoundTwice""".formatted(pool.toUri().toURL(), slab.toUri().toURL());
        for (Path[] order : new Path[][] {{pool, slab}, {slab, pool}}) {
            try (Program program = Program.of(order)) {
                assertEquals(expected, program.call("allocate", 8L, 8L));
                assertEquals(expected, program.call("binding"));
            }
        }
    }

    @Test
    void gluesThatCannotBeLoadedAreNamedWhateverTheOrderTheyAreFoundIn()
            throws IOException, ReflectiveOperationException {
        Path absent = Program.artifact(folder.resolve("absent"), "com.acme.Absent\n");
        Path failing = Program.artifact(folder.resolve("failing"), "com.acme.Failing\n", """
                package com.acme;

                public abstract class Failing extends dev.heapwright.heap.Binding {
                    public Failing() {
                        super("", "", "");
                    }
                }
                """);
        Path other = Program.artifact(folder.resolve("other"), "com.acme.Other\n", """
                package com.acme;

                public class Other {}
                """);
        Path malformed = Program.artifact(folder.resolve("malformed"), "com acme Malformed\n");
        Path cut = Program.artifact(folder.resolve("cut"), "com.acme.Cut\n");
        Files.createDirectories(cut.resolve("com/acme"));
        Files.write(cut.resolve("com/acme/Cut.class"), new byte[] {(byte) 0xCA, (byte) 0xFE});
        String expected = notBound(
                BROKEN,
                "dev.heapwright.heap.Binding: Provider com.acme.Absent not found",
                "dev.heapwright.heap.Binding: Provider com.acme.Failing could not be instantiated: java.lang.InstantiationException",
                "dev.heapwright.heap.Binding: com.acme.Other not a subtype",
                "dev.heapwright.heap.Binding: %s:1: Illegal configuration-file syntax"
                        .formatted(malformed
                                .resolve("META-INF/services/dev.heapwright.heap.Binding")
                                .toUri()
                                .toURL()),
                "java.lang.ClassFormatError: Truncated class file");
        for (Path[] order :
                new Path[][] {{absent, failing, other, malformed, cut}, {cut, malformed, other, failing, absent}}) {
            try (Program program = Program.of(order)) {
                assertEquals(expected, program.call("binding"));
                assertEquals(expected, program.call("usableSize", 8L, 8L));
            }
        }
    }

    @Test
    void oneGlueAndAnotherThatCannotBeLoadedAreTwo() throws IOException, ReflectiveOperationException {
        Path pool = Program.glue(folder.resolve("pool"), "com.acme", "com.acme.PoolAllocator");
        Path absent = Program.artifact(folder.resolve("absent"), "com.acme.Absent\n");
        try (Program program = Program.of(pool, absent)) {
            assertEquals(
                    notBound(BROKEN, "dev.heapwright.heap.Binding: Provider com.acme.Absent not found"),
                    program.call("binding"));
        }
    }

    @Test
    void aHostedProgramWithItsOwnHeapIsBoundSeparately() throws IOException, ReflectiveOperationException {
        Path outer = Program.glue(folder.resolve("outer"), "com.acme.host", "com.acme.host.HostAllocator");
        Path inner = Program.glue(folder.resolve("inner"), "com.acme", "com.acme.PoolAllocator");
        try (Program host = Program.of(outer);
                Program hosted = Program.hostedBy(host, inner);
                Program unbound = Program.hostedBy(host)) {
            assertEquals("com.acme.host.HostAllocator 1.0 (linked explicitly)", host.call("binding"));
            assertEquals("com.acme.PoolAllocator 1.0 (linked explicitly)", hosted.call("binding"));
            assertEquals(
                    notBound(BROKEN, "dev.heapwright.heap.Binding: com.acme.host.Glue not a subtype"),
                    unbound.call("binding"));
        }
    }

    @Test
    void aSearchThatCannotEvenStartTerminates() {
        Iterable<Binding> broken = () -> new Iterator<>() {
            @Override
            public boolean hasNext() {
                throw new ServiceConfigurationError("no class path");
            }

            @Override
            public Binding next() {
                throw new ServiceConfigurationError("no class path");
            }
        };
        assertEquals(
                notBound(BROKEN, "no class path"),
                ((Unbound) BindingFinder.find(broken, ClassLoader.getPlatformClassLoader()))
                        .error()
                        .toString());
    }

    private static String notBound(String headline, String... details) {
        return """
                dev.heapwright.heap.BindingError: [Heapwright/NotBound] %s
                %s  help: bind one in the program's build, and rebuild it:
                        <plugin>
                          <groupId>dev.heapwright</groupId>
                          <artifactId>heapwright-maven-plugin</artifactId>
                          <executions><execution><goals><goal>bind</goal><goal>check</goal></goals></execution></executions>
                        </plugin>
                  more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=NotBound""".formatted(
                        headline,
                        Stream.of(details).map(detail -> "    " + detail + "\n").collect(Collectors.joining()));
    }
}
