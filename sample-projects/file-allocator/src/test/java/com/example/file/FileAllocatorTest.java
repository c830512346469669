package com.example.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.heapwright.memory.Memory;
import dev.heapwright.testkit.AllocatorContract;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class FileAllocatorTest {
    @TempDir
    Path folder;

    @TestFactory
    Iterable<DynamicNode> keepsTheContract() {
        return AllocatorContract.of(FileAllocator.class);
    }

    @Test
    void whatIsWrittenToABlockIsInTheFile() throws IOException {
        long block = FileAllocator.allocate(8, 8);
        Memory.putLong(block, 42);
        ByteBuffer content = ByteBuffer.allocate(8).order(java.nio.ByteOrder.nativeOrder());
        try (FileChannel channel = FileChannel.open(FileAllocator.file())) {
            channel.read(content, FileAllocator.offset(block));
        }
        assertEquals(42, content.getLong(0));
        FileAllocator.deallocate(block, 8, 8);
    }

    /** What only files hold can be written there and dropped, so data may be larger than memory. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void onlyTheFileHoldsWhatAProgramWrote() throws Exception {
        Path file = folder.resolve("memory");
        List<String> printed = run("-Dcom.example.file.path=" + file, "-Dcom.example.file.logsize=30");
        long data = (long) Filled.COUNT * Filled.SIZE >> 10;
        assertTrue(figure(printed, "anonymous") < data / 8, printed.toString());
        assertTrue(figure(printed, "file") >= data, printed.toString());
        byte[] content = new byte[Filled.SIZE];
        List<Long> blocks = printed.stream()
                .filter(line -> line.startsWith("block "))
                .map(line -> Long.valueOf(line.substring(6)))
                .toList();
        try (FileChannel channel = FileChannel.open(file)) {
            for (int i = 0; i < Filled.COUNT; i++) {
                channel.read(ByteBuffer.wrap(content), blocks.get(i));
                for (byte found : content) {
                    assertEquals((byte) i, found);
                }
            }
        }
    }

    @Test
    void aTemporaryFileIsDeletedWhenTheProgramEnds() throws Exception {
        List<String> printed = run("-Djava.io.tmpdir=" + folder);
        assertTrue(printed.size() > Filled.COUNT, printed.toString());
        try (var files = Files.list(folder)) {
            assertFalse(files.anyMatch(file -> file.toString().endsWith(".memory")));
        }
    }

    private List<String> run(String... options) throws IOException, InterruptedException {
        Path output = folder.resolve("output");
        List<String> command = new java.util.ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "--enable-native-access=ALL-UNNAMED",
                "-Xmx32m",
                "-cp",
                System.getProperty("java.class.path")));
        command.addAll(List.of(options));
        command.add(Filled.class.getName());
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertEquals(0, process.waitFor(), () -> String.valueOf(output));
        return Files.readAllLines(output);
    }

    private static long figure(List<String> printed, String name) {
        return printed.stream()
                .filter(line -> line.startsWith(name + " "))
                .mapToLong(line -> Long.parseLong(line.substring(name.length() + 1)))
                .findFirst()
                .orElseThrow();
    }
}
