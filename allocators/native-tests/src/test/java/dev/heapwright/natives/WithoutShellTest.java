package dev.heapwright.natives;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A linked image as in a container without a shell: in a root folder with the image, a program and the C library, which is
 * mounted read-only, as a user without a name.
 */
class WithoutShellTest {
    private static final NativeAllocator ALLOCATOR = NativeAllocator.JEMALLOC;

    @TempDir
    private static Path folder;

    private static Path root = Path.of("");

    @BeforeAll
    static void aRootFolder() throws Exception {
        assumeTrue(System.getProperty("os.name").equals("Linux"));
        ShellCommand.assume("chmod 755 '" + folder + "' && unshare --mount chroot --userspec=65532:65532 / true");
        root = Files.createDirectory(folder.resolve("root"));
        Files.createDirectory(root.resolve("proc"));
        Files.createDirectory(root.resolve("tmp"));
        LinkedImage image = LinkedImage.make(folder.resolve("plain")).linkedTo(ALLOCATOR, root.resolve("app"));
        ShellCommand.output("cd '" + image.folder() + "' && ldd bin/java lib/*.so lib/server/*.so | grep -o '/[^ :)]*'"
                + " | grep -v -F '" + root + "' | sort -u | xargs cp -L --parents -t '" + root + "'");
        Path glue = folder.resolve("glue");
        CompiledPrograms.glue(glue, ALLOCATOR.type());
        ClassPath program = new ClassPath(Stream.concat(Stream.of(glue), ClassPath.ofTheTests().elements().stream())
                .toList());
        MergedJar.of(program, PrintBinding.class, root.resolve("app.jar"));
    }

    @Test
    void theHeapAndTheProcessHaveThatAllocator() throws Exception {
        String bound = ALLOCATOR.type().getName() + "  (for a test)\n";
        assertEquals(bound + bound, run("-jar app.jar"));
        assertEquals(
                "/app/lib/libheapwright-jemalloc.so (linked)\n",
                run("--enable-native-access=ALL-UNNAMED -cp app.jar " + PrintProcess.class.getName()));
    }

    @Test
    void withoutTheLibraryNothingIsStarted() throws Exception {
        Path library = root.resolve("app/lib/libheapwright-jemalloc.so");
        Path elsewhere = Files.move(library, folder.resolve("elsewhere.so"));
        try {
            assertEquals(
                    "/app/bin/java: error while loading shared libraries: /app/bin/../lib/libheapwright-jemalloc.so:"
                            + " cannot open shared object file: No such file or directory\n",
                    run("-version"));
        } finally {
            Files.move(elsewhere, library);
        }
    }

    private static String run(String arguments) throws Exception {
        return ShellCommand.output("unshare --mount sh -c \"cd '" + folder + "' && mount --bind root root"
                + " && mount -t proc proc root/proc && mount -o remount,bind,ro root"
                + " && exec chroot --userspec=65532:65532 root /app/bin/java " + arguments + '"');
    }
}
