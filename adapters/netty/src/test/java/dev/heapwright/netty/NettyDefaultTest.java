package dev.heapwright.netty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.heapwright.testing.ChildJvm;
import dev.heapwright.testing.JvmResult;
import io.netty.buffer.ByteBufAllocator;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Each program runs in a JVM of its own, as Netty chooses its default once. */
class NettyDefaultTest {
    /** Without the leak detector, which wraps one buffer in so many, chosen at random. */
    private static final ChildJvm JVM = ChildJvm.with(
            "-Dio.netty.leakDetection.level=disabled",
            "--class-path",
            Objects.requireNonNull(System.getProperty("java.class.path")));

    @Test
    void channelsThatAreNotToldOtherwiseUseTheHeap() throws Exception {
        assertPrints("""
                HeapByteBuf of HeapByteBufAllocator
                100 bytes, null
                """, JVM.run(DefaultProgram.class, "first"));
    }

    @Test
    void theChoiceOfTheUserIsAsBeforeAfterwards() throws Exception {
        assertPrints("""
                HeapByteBuf of HeapByteBufAllocator
                100 bytes, pooled
                """, JVM.and("-Dio.netty.allocator.type=pooled").run(DefaultProgram.class, "first"));
    }

    @Test
    void ifNettyWasUsedBeforeItIsRefused() throws Exception {
        JvmResult run = JVM.run(DefaultProgram.class, "late");
        assertNotEquals(0, run.exitCode());
        assertTrue(
                run.printed()
                        .contains("the heap cannot be made Netty's default allocator: Netty was used before:"
                                + " install it as the first thing in main"),
                run.printed());
    }

    @Test
    void ifNettyIsANamedModuleItIsRefused() throws Exception {
        Map<Boolean, String> paths = Arrays.stream(Objects.requireNonNull(System.getProperty("java.class.path"))
                        .split(File.pathSeparator, -1))
                .collect(Collectors.partitioningBy(
                        entry -> Path.of(entry).getFileName().toString().startsWith("netty-"),
                        Collectors.joining(File.pathSeparator)));
        JvmResult run = ChildJvm.with(
                        "--module-path", String.valueOf(paths.get(true)),
                        "--add-modules", "ALL-MODULE-PATH",
                        "--class-path", String.valueOf(paths.get(false)))
                .run(DefaultProgram.class, "first");
        assertNotEquals(0, run.exitCode());
        assertTrue(
                run.printed()
                        .contains("the heap cannot be made Netty's default allocator: Netty is a named module,"
                                + " which cannot use other modules' classes"),
                run.printed());
    }

    @Test
    void aClassThatDoesNotUseTheFieldIsRefused() throws IOException {
        try (InputStream other = ByteBufAllocator.class.getResourceAsStream("ByteBufHolder.class")) {
            IllegalArgumentException refusal = assertThrows(
                    IllegalArgumentException.class,
                    () -> AllocatorRedirection.of(
                            Objects.requireNonNull(other),
                            "io/netty/buffer/UnpooledByteBufAllocator",
                            "x/Y",
                            "DEFAULT"));
            assertEquals(
                    "it does not use io.netty.buffer.UnpooledByteBufAllocator.DEFAULT as expected",
                    refusal.getMessage());
        }
    }

    /** The JVM's warnings, if any, come after that. */
    private static void assertPrints(String expected, JvmResult run) {
        assertTrue(run.succeeded().printed().startsWith(expected), run.printed());
    }
}
