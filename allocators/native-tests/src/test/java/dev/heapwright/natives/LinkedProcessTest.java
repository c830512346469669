package dev.heapwright.natives;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Programs in images that are linked to an allocator, and whose heap is bound to it. */
class LinkedProcessTest {
    private static final Map<NativeAllocator, LinkedImage> IMAGES = new EnumMap<>(NativeAllocator.class);

    @TempDir
    private static Path folder;

    @TempDir
    private Path scratch;

    @BeforeAll
    static void images() throws Exception {
        assumeTrue(System.getProperty("os.name").equals("Linux"));
        LinkedImage plain = LinkedImage.make(folder.resolve("plain"));
        for (NativeAllocator allocator : NativeAllocator.values()) {
            CompiledPrograms.glue(glue(allocator), allocator.type());
            IMAGES.put(allocator, plain.linkedTo(allocator, folder.resolve(allocator.library())));
        }
    }

    @ParameterizedTest
    @EnumSource
    void everythingIsServedByThatAllocator(NativeAllocator allocator) throws Exception {
        assertEquals("""
                Unsafe served
                allocateDirect served
                Arena served
                SystemAllocator served
                malloc_usable_size right
                """, run("", allocator, PrintServed.class));
        assertEquals("""
                64 bytes of the process's
                1000000 bytes of the process's
                libheapwright-%s.so
                """.formatted(allocator.library()), run("", allocator, PrintSharedHeap.class));
    }

    @ParameterizedTest
    @EnumSource
    void theHeapIsBoundAndSaysThatTheProcessIsLinked(NativeAllocator allocator) throws Exception {
        String bound = allocator.type().getName() + "  (for a test)\n";
        assertEquals(bound + bound, run("", allocator, PrintBinding.class));
        assertEquals(image(allocator).library(allocator) + " (linked)\n", run("", allocator, PrintProcess.class));
    }

    @Test
    void anotherLibraryThatIsPreloadedIsRefusedByEachCall() throws Exception {
        Path second = ProcessLibraryFile.extract(NativeAllocator.MIMALLOC, scratch);
        Path linked = image(NativeAllocator.JEMALLOC).library(NativeAllocator.JEMALLOC);
        String message = """
                [Heapwright/ProcessTwice] two libraries replace malloc in this process
                    linked to  %2$s
                    malloc is  mixed: %1$s (preloaded), but %2$s through the FFM API
                  help: start the program without LD_PRELOAD and /etc/ld.so.preload, or from an image that is not linked
                  more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=ProcessTwice
                """.formatted(second, linked);
        assertEquals(
                message + message, run("LD_PRELOAD='" + second + "'", NativeAllocator.JEMALLOC, PrintBinding.class));
    }

    @Test
    void aProgramOfTheImageThatWasReplacedIsRefusedByEachCall() throws Exception {
        LinkedImage image = image(NativeAllocator.MIMALLOC);
        Path linked = Files.copy(image.java(), scratch.resolve("java"), StandardCopyOption.COPY_ATTRIBUTES);
        Files.copy(folder.resolve("plain/bin/java"), image.java(), StandardCopyOption.REPLACE_EXISTING);
        try {
            String printed = run("", NativeAllocator.MIMALLOC, PrintBinding.class);
            assertTrue(printed.startsWith("""
                            [Heapwright/ProcessNotLinked] this process does not use the allocator that its image is linked to
                                linked to  %s
                                malloc is  mixed: /""".formatted(image.library(NativeAllocator.MIMALLOC))), printed);
            assertEquals(3, printed.split("ProcessNotLinked\\]", -1).length, printed);
        } finally {
            Files.move(linked, image.java(), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static String run(String environment, NativeAllocator allocator, Class<?> program) throws Exception {
        return image(allocator).run(environment, glue(allocator), program, allocator.name());
    }

    private static LinkedImage image(NativeAllocator allocator) {
        return Objects.requireNonNull(IMAGES.get(allocator));
    }

    private static Path glue(NativeAllocator allocator) {
        return folder.resolve(allocator.library() + "-glue");
    }
}
