package dev.heapwright.maven.artifact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.heapwright.core.diagnostic.RefusedException;
import dev.heapwright.core.link.Artifact;
import dev.heapwright.core.name.Coordinates;
import dev.heapwright.maven.testing.ClassFolder;
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
import org.eclipse.aether.DefaultSessionData;
import org.eclipse.aether.SessionData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadArtifactsTest {
    private static final Coordinates INDEX = new Coordinates("com.acme", "index", "1.2");

    private final SessionData session = new DefaultSessionData();

    @TempDir
    private Path temporary;

    @Test
    void aJarIsReadOnceInASession() throws Exception {
        Path jar = index().jar();
        Artifact first = ReadArtifacts.of(session).read(jar, INDEX);
        assertEquals(List.of("com.acme.Index"), first.needers());
        assertSame(first, ReadArtifacts.of(session).read(jar, INDEX));
    }

    @Test
    void theNextBuildOfADaemonReadsAnew() throws Exception {
        Path jar = index().jar();
        assertNotSame(
                ReadArtifacts.of(session).read(jar, INDEX),
                ReadArtifacts.of(new DefaultSessionData()).read(jar, INDEX));
    }

    @Test
    void aJarThatHasChangedIsReadAgain() throws Exception {
        ClassFolder folder = index();
        Path jar = folder.jar();
        FileTime before = Files.getLastModifiedTime(jar);
        ReadArtifacts.of(session).read(jar, INDEX);

        folder.delete("META-INF/heapwright/needs-allocator/com.acme.Index").jar();
        Files.setLastModifiedTime(jar, before);
        assertEquals(List.of(), ReadArtifacts.of(session).read(jar, INDEX).needers());
    }

    @Test
    void aJarOfTheSameSizeButAnotherTimeIsReadAgain() throws Exception {
        Path jar = index().jar();
        Artifact first = ReadArtifacts.of(session).read(jar, INDEX);
        Files.setLastModifiedTime(jar, FileTime.fromMillis(0));
        assertNotSame(first, ReadArtifacts.of(session).read(jar, INDEX));
    }

    @Test
    void whatIsWrongWithAJarIsToldEachTime() throws IOException {
        Path torn = Files.writeString(temporary.resolve("torn.jar"), "this is no jar");
        RefusedException first = assertThrows(
                RefusedException.class, () -> ReadArtifacts.of(session).read(torn, INDEX));
        assertSame(
                first,
                assertThrows(
                        RefusedException.class, () -> ReadArtifacts.of(session).read(torn, INDEX)));
    }

    @Test
    void aClassFolderIsReadEachTime() throws Exception {
        ClassFolder folder = index();
        ReadArtifacts.of(session).read(folder.path(), INDEX);
        folder.delete("META-INF/heapwright/needs-allocator/com.acme.Index");
        assertEquals(
                List.of(), ReadArtifacts.of(session).read(folder.path(), INDEX).needers());
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
                        return ReadArtifacts.of(session).read(jar, INDEX);
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
