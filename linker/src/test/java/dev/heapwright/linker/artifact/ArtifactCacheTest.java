package dev.heapwright.linker.artifact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.heapwright.core.link.Artifact;
import dev.heapwright.core.name.Coordinates;
import dev.heapwright.diagnostic.DiagnosticException;
import dev.heapwright.linker.build.BuildCache;
import dev.heapwright.linker.testing.ClassFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArtifactCacheTest {
    private static final Coordinates INDEX = new Coordinates("com.acme", "index", "1.2");

    private final BuildCache cache = BuildCache.inMemory();

    @TempDir
    private Path temporary;

    @Test
    void aJarIsReadOnceInASession() throws Exception {
        Path jar = index().jar();
        Artifact first = ArtifactCache.of(cache).read(jar, INDEX);
        assertEquals(List.of("com.acme.Index"), first.consumers());
        assertSame(first, ArtifactCache.of(cache).read(jar, INDEX));
    }

    @Test
    void theNextBuildOfADaemonReadsAnew() throws Exception {
        Path jar = index().jar();
        assertNotSame(
                ArtifactCache.of(cache).read(jar, INDEX),
                ArtifactCache.of(BuildCache.inMemory()).read(jar, INDEX));
    }

    @Test
    void aJarThatHasChangedIsReadAgain() throws Exception {
        ClassFolder folder = index();
        Path jar = folder.jar();
        FileTime before = Files.getLastModifiedTime(jar);
        ArtifactCache.of(cache).read(jar, INDEX);

        folder.delete("META-INF/heapwright/needs-allocator/com.acme.Index").jar();
        Files.setLastModifiedTime(jar, before);
        assertEquals(List.of(), ArtifactCache.of(cache).read(jar, INDEX).consumers());
    }

    @Test
    void aJarOfTheSameSizeButAnotherTimeIsReadAgain() throws Exception {
        Path jar = index().jar();
        Artifact first = ArtifactCache.of(cache).read(jar, INDEX);
        Files.setLastModifiedTime(jar, FileTime.fromMillis(0));
        assertNotSame(first, ArtifactCache.of(cache).read(jar, INDEX));
    }

    @Test
    void whatIsWrongWithAJarIsToldEachTime() throws IOException {
        Path torn = Files.writeString(temporary.resolve("torn.jar"), "this is no jar");
        DiagnosticException first = assertThrows(
                DiagnosticException.class, () -> ArtifactCache.of(cache).read(torn, INDEX));
        assertSame(
                first,
                assertThrows(
                        DiagnosticException.class, () -> ArtifactCache.of(cache).read(torn, INDEX)));
    }

    @Test
    void aClassFolderIsReadEachTime() throws Exception {
        ClassFolder folder = index();
        ArtifactCache.of(cache).read(folder.path(), INDEX);
        folder.delete("META-INF/heapwright/needs-allocator/com.acme.Index");
        assertEquals(
                List.of(), ArtifactCache.of(cache).read(folder.path(), INDEX).consumers());
    }

    @Test
    void manyThreadsAtOnceReadItOnce() throws Exception {
        Path jar = index().jar();
        int threads = 8;
        CyclicBarrier together = new CyclicBarrier(threads);
        Set<Artifact> distinct = Collections.newSetFromMap(new IdentityHashMap<>());
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            List<Future<Artifact>> all = Stream.generate(() -> executor.submit(() -> {
                        together.await();
                        return ArtifactCache.of(cache).read(jar, INDEX);
                    }))
                    .limit(threads)
                    .toList();
            for (Future<Artifact> each : all) {
                distinct.add(each.get());
            }
        } finally {
            executor.shutdown();
        }
        assertEquals(1, distinct.size());
    }

    private ClassFolder index() {
        return new ClassFolder(temporary.resolve("index-1.2")).compile("com/acme/Index.java", """
                package com.acme;

                @dev.heapwright.annotations.NeedsAllocator
                interface Index {}
                """);
    }
}
