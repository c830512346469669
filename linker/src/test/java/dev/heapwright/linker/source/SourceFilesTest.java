package dev.heapwright.linker.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceFilesTest {
    private static final String POOL = "package com.acme; @dev.heapwright.annotations.Allocator class Pool {}";

    @TempDir
    private Path temporary;

    private Path folder;

    @BeforeEach
    void useTheRealPath() throws IOException {
        folder = temporary.toRealPath();
    }

    @Test
    void aRootThatDoesNotExistIsEmpty() {
        assertEquals(
                new SourceAllocators(List.of(), List.of()),
                SourceAllocators.find(List.of(folder.resolve("absent")), StandardCharsets.UTF_8));
    }

    @Test
    void filesOfOtherExtensionsAreIgnored() throws IOException {
        assertEquals(
                "",
                new SourceTree(folder)
                        .with("com/acme/Pool.txt", POOL)
                        .with("com/acme/Pool.java.orig", POOL)
                        .with("com/acme/java", POOL)
                        .names());
    }

    @Test
    void linksThatLeadInCirclesEndAndNoFileCountsTwice() throws IOException {
        new SourceTree(folder.resolve("src")).with("com/acme/Pool.java", POOL);
        Files.createSymbolicLink(folder.resolve("src/com/circle"), folder.resolve("src"));
        for (int i = 0; i < 20; i++) {
            Path each = Files.createDirectory(folder.resolve("src/" + i));
            for (int j = 0; j < 20; j++) {
                Files.createSymbolicLink(each.resolve("to" + j), folder.resolve("src/" + j));
            }
        }
        Files.createSymbolicLink(folder.resolve("src/com/acme/Again.java"), folder.resolve("src/com/acme/Pool.java"));
        Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("src"));

        SourceAllocators found = SourceAllocators.find(
                List.of(folder.resolve("src"), link, folder.resolve("src/com")), StandardCharsets.UTF_8);

        assertEquals(
                List.of(folder.resolve("src/com/acme/Pool.java")),
                found.allocators().stream().map(SourceAllocator::file).toList());
        assertEquals(List.of(), found.unreadable());
    }

    @Test
    void aLinkedFolderIsLookedInto() throws IOException {
        new SourceTree(folder.resolve("elsewhere")).with("Pool.java", POOL);
        Files.createDirectories(folder.resolve("src/com"));
        Files.createSymbolicLink(folder.resolve("src/com/acme"), folder.resolve("elsewhere"));

        assertEquals("com.acme.Pool", new SourceTree(folder.resolve("src")).names());
    }

    @Test
    void aLinkThatLeadsNowhereIsTold() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("Pool.java"), folder.resolve("absent"));
        // It names no Java file, so nobody misses it.
        Files.createSymbolicLink(folder.resolve("notes"), folder.resolve("absent"));

        assertEquals(new SourceAllocators(List.of(), List.of(link)), new SourceTree(folder).find());
    }
}
