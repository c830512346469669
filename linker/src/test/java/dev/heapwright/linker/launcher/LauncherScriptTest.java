package dev.heapwright.linker.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.heapwright.core.elf.Machine;
import dev.heapwright.core.process.ProcessAllocator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The script of a launcher, run by this system's {@code sh}. */
class LauncherScriptTest {
    /** A program that shows its arguments, and which of the libraries that replace malloc it has. */
    private static final String[] SHOW = {
        "sh",
        "-c",
        "printf '<%s>' \"$@\"; printf ' %s' $(grep -o 'libheapwright-[a-z]*.so' /proc/self/maps | sort -u)",
        "sh"
    };

    private static final String SERVED = "<a> libheapwright-jemalloc.so, exit status 0";

    @TempDir
    private Path scratch;

    private Path folder;

    @BeforeEach
    void aLauncher() throws Exception {
        assumeTrue(System.getProperty("os.name").equals("Linux")
                && System.getProperty("os.arch").equals("amd64"));
        folder = launcher("launcher");
    }

    @Test
    void aProgramIsStartedWithTheLibrary() throws Exception {
        assertEquals("<a> , exit status 0", run(Path.of("/"), Map.of(), show("a")));
        assertEquals(SERVED, launch(show("a")));
    }

    @Test
    void itsArgumentsArePassedAsTheyAre() throws Exception {
        String[] arguments = {"", "two words", "a 'b' \"c\"", "$HOME `id` \\n *", "line\nline", "-n", "ü"};
        assertEquals(
                "<" + String.join("><", arguments) + "> libheapwright-jemalloc.so, exit status 0",
                launch(show(arguments)));
    }

    @Test
    void itsExitStatusIsThatOfTheLauncher() throws Exception {
        assertEquals(", exit status 3", launch("sh", "-c", "exit 3"));
    }

    @Test
    void theLauncherBecomesTheProgram() throws Exception {
        Process process = new ProcessBuilder(script(folder), "sh", "-c", "echo $$").start();
        assertEquals(process.pid() + "\n", new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"two words", "it's \"quoted\"", "(a) & b", "*", "-n", "ü", "tab\tline\n"})
    void itMayBeInAFolderOfAnyName(String name) throws Exception {
        Path moved = launcher(name);
        assertEquals(SERVED, run(scratch, Map.of(), command(moved, show("a"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a:b", "a;b", "$LIB"})
    void butNotOfOneThatTheDynamicLinkerTakesForSomethingElse(String name) throws Exception {
        assertRefused(
                script("linux-x64/libheapwright-jemalloc.so", name)
                        + " has a colon, a semicolon or a dollar sign in its path",
                run(scratch, Map.of(), command(launcher(name), show("a"))));
    }

    @Test
    void itIsFoundFromAnyFolderAndThroughLinks() throws Exception {
        assertEquals(SERVED, run(folder, Map.of(), prepend("./heapwright-launch", show("a"))));
        assertEquals(SERVED, run(folder, Map.of(), prepend("sh", prepend("heapwright-launch", show("a")))));
        assertEquals(SERVED, run(scratch, Map.of(), prepend("launcher/heapwright-launch", show("a"))));
        Path links = Files.createDirectories(scratch.resolve("bin"));
        Files.createSymbolicLink(links.resolve("first"), Path.of("../launcher/heapwright-launch"));
        Files.createSymbolicLink(links.resolve("second"), Path.of("first"));
        assertEquals(
                SERVED,
                run(Path.of("/"), Map.of(), prepend(links.resolve("second").toString(), show("a"))));
        assertEquals(
                SERVED,
                run(
                        Path.of("/"),
                        Map.of("PATH", links + ":" + System.getenv("PATH")),
                        "sh",
                        "-c",
                        "second \"$@\"",
                        "sh",
                        SHOW[0],
                        SHOW[1],
                        SHOW[2],
                        SHOW[3],
                        "a"));
    }

    @Test
    void itsFolderMayBeReadOnly() throws Exception {
        Files.setPosixFilePermissions(folder.resolve("linux-x64"), PosixFilePermissions.fromString("r-xr-xr-x"));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("r-xr-xr-x"));
        try {
            assertEquals(SERVED, launch(show("a")));
        } finally {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
            Files.setPosixFilePermissions(folder.resolve("linux-x64"), PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    @Test
    void whatIsPreloadedAlreadyComesAfterIt() throws Exception {
        assertEquals(
                library() + ":libm.so.6, exit status 0",
                run(scratch, Map.of("LD_PRELOAD", "libm.so.6"), command(folder, "sh", "-c", "printf %s $LD_PRELOAD")));
    }

    @Test
    void withoutTheLibraryNothingIsStarted() throws Exception {
        Files.delete(Path.of(library()));
        assertEquals("""
                [Heapwright/ProcessNotLinked] the program is not started: %s is missing, or cannot be read
                  help: copy the whole folder of the launcher
                  more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=ProcessNotLinked
                , exit status 78""".formatted(library()), launch(show("a")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"truncated", "changed", "of another allocator"})
    void withAnotherLibraryNothingIsStarted(String how) throws Exception {
        byte[] content = Files.readAllBytes(Path.of(library()));
        if (how.equals("truncated")) {
            content = Arrays.copyOf(content, content.length - 1);
        } else if (how.equals("changed")) {
            content[content.length / 2]++;
        } else {
            Path other = scratch.resolve("other");
            new Launcher(ProcessAllocator.MIMALLOC, LauncherTest.JEMALLOC.classpath()).write(other);
            content = Files.readAllBytes(other.resolve("linux-x64/libheapwright-mimalloc.so"));
        }
        Files.write(Path.of(library()), content);
        assertRefused(library() + " is not the library that this launcher was made with", launch(show("a")));
    }

    @Test
    void onAProcessorWithoutALibraryNothingIsStarted() throws Exception {
        assertRefused(
                "there is no library of jemalloc for the processor s390x here",
                run(
                        scratch,
                        Map.of("PATH", tool("uname", "echo s390x") + ":" + System.getenv("PATH")),
                        command(folder, show("a"))));
    }

    @Test
    void whereTheDynamicLinkerDoesNotLoadItNothingIsStarted() throws Exception {
        // It says so, and starts programs without it: the right one, for another processor.
        Path arm = folder.resolve("linux-arm64/libheapwright-jemalloc.so");
        Files.copy(arm, Path.of(library()), StandardCopyOption.REPLACE_EXISTING);
        Path script = Path.of(script(folder));
        String text = Files.readString(script);
        Files.writeString(script, text.replace(sha256(text, Machine.X64), sha256(text, Machine.ARM64)));
        String printed = launch(show("a"));
        assertTrue(printed.contains("cannot be preloaded"), printed);
        assertRefused(
                library() + " cannot be preloaded here: it is for Linux with glibc",
                printed.substring(printed.indexOf("[Heapwright/")));
    }

    @Test
    void withoutAProgramItSaysHowItIsUsed() throws Exception {
        assertEquals("usage: heapwright-launch <program> [<argument>...]\n, exit status 64", launch());
    }

    private static String sha256(String script, Machine machine) {
        return script.replaceAll("(?s).*platform=linux-" + machine.platform() + " sha256=(\\w+).*", "$1");
    }

    private static void assertRefused(String headline, String printed) {
        assertTrue(
                printed.startsWith("[Heapwright/ProcessNotLinked] the program is not started: " + headline + "\n"),
                printed);
        assertTrue(printed.endsWith(", exit status 78"), printed);
    }

    private Path launcher(String name) throws Exception {
        Path launcher = scratch.toRealPath().resolve(name);
        LauncherTest.JEMALLOC.write(launcher);
        return launcher;
    }

    private String library() {
        return folder.resolve("linux-x64/libheapwright-jemalloc.so").toString();
    }

    private String script(String path, String launcher) throws IOException {
        return scratch.toRealPath().resolve(launcher).resolve(path).toString();
    }

    private static String script(Path launcher) {
        return launcher.resolve(Launcher.SCRIPT).toString();
    }

    private Path tool(String name, String content) throws IOException {
        Path tools = Files.createDirectories(scratch.resolve("tools"));
        Path tool = Files.writeString(tools.resolve(name), "#!/bin/sh\n" + content + "\n");
        Files.setPosixFilePermissions(tool, PosixFilePermissions.fromString("rwxr-xr-x"));
        return tools;
    }

    private static String[] show(String... arguments) {
        return Stream.of(SHOW, arguments).flatMap(Arrays::stream).toArray(String[]::new);
    }

    private static String[] command(Path launcher, String... program) {
        return prepend(script(launcher), program);
    }

    private static String[] prepend(String first, String... others) {
        List<String> all = new ArrayList<>(List.of(others));
        all.add(0, first);
        return all.toArray(String[]::new);
    }

    private String launch(String... program) throws IOException, InterruptedException {
        return run(Path.of("/"), Map.of(), command(folder, program));
    }

    private static String run(Path folder, Map<String, String> environment, String... command)
            throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().remove("LD_PRELOAD");
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return output + ", exit status " + process.waitFor();
    }
}
