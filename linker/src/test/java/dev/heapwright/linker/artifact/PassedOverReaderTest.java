package dev.heapwright.linker.artifact;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.heapwright.annotations.Allocator;
import dev.heapwright.core.link.Artifact;
import dev.heapwright.core.link.Closure;
import dev.heapwright.core.link.Decision;
import dev.heapwright.core.link.DependencyGraph;
import dev.heapwright.core.link.Kind;
import dev.heapwright.core.name.ClassName;
import dev.heapwright.core.name.Coordinates;
import dev.heapwright.linker.build.BuildCache;
import dev.heapwright.linker.build.OtherArtifacts;
import dev.heapwright.linker.testing.ClassFolder;
import dev.heapwright.testing.Javac;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PassedOverReaderTest {
    private static final Coordinates POOL = coordinates("pool");
    private static final Decision DEFAULT =
            new Decision.Link(ClassName.topLevel("dev.heapwright.Any"), coordinates("any"), "default for a bundle");
    private static final Decision NOTHING = new Decision.NothingToLink("nothing here needs an allocator");

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it.
    Path folder;

    private final List<ArtifactContents> dependencies = new ArrayList<>();
    private final List<OtherArtifacts.LeftOut> leftOut = new ArrayList<>();
    private boolean annotated = true;
    private Set<Coordinates> consumers = Set.of();

    @Test
    void anAllocatorThatIsLeftOutIsToldOfWithTheReason() throws Exception {
        leaveOut(allocator().path());
        assertEquals("[passed over: com.acme:pool:1.2 (scope test)]", read(Kind.APPLICATION, DEFAULT));
        assertEquals("[passed over: com.acme:pool:1.2 (scope test)]", read(Kind.HOSTED, NOTHING));
    }

    @Test
    void soIsOneInAJar() throws Exception {
        leaveOut(allocator().jar());
        assertEquals("[passed over: com.acme:pool:1.2 (scope test)]", read(Kind.APPLICATION, DEFAULT));
    }

    @Test
    void soIsWhatLinksAnAllocatorOfAnotherArtifact() throws Exception {
        leaveOut(new ClassFolder(folder.resolve("choice"))
                .write(
                        "META-INF/heapwright/allocator/com.acme.Pool",
                        "contract=1\nin=com.acme:along\nname=com.acme.Pool\n")
                .path());
        assertEquals("[passed over: com.acme:pool:1.2 (scope test)]", read(Kind.APPLICATION, DEFAULT));
    }

    @Test
    void soIsAnAnnotatedClassThatNoProcessorHasSeen() throws Exception {
        leaveOut(unprocessed().jar());
        assertEquals(
                "[passed over: com.acme:pool:1.2 (scope test; com.acme.Pool is annotated @Allocator, but was compiled"
                        + " without the processor)]",
                read(Kind.APPLICATION, DEFAULT));
    }

    @Test
    void alsoWhereTheModuleRunsWithIt() throws Exception {
        runWith(Artifact.of(POOL), unprocessed().path());
        assertEquals(
                "[passed over: com.acme:pool:1.2 (com.acme.Pool is annotated @Allocator, but was compiled without the"
                        + " processor)]",
                read(Kind.APPLICATION, DEFAULT));
    }

    @Test
    void nobodyLooksIntoWhatIsNotAnnotatedOrWasProcessed() throws Exception {
        runWith(
                new Artifact(POOL, List.of(), List.of("com.acme.io"), List.of()),
                unprocessed().path());
        assertEquals("[]", read(Kind.APPLICATION, DEFAULT));
        annotated = false;
        dependencies.clear();
        runWith(Artifact.of(POOL), unprocessed().path());
        assertEquals("[]", read(Kind.APPLICATION, DEFAULT));
    }

    @Test
    void whatHasNoAllocatorIsNotPassedOver() throws Exception {
        leaveOut(new ClassFolder(folder.resolve("io"))
                .compile("com/acme/io/Io.java", """
                package com.acme.io;

                @dev.heapwright.annotations.NeedsAllocator
                public final class Io {}
                """)
                .path());
        leaveOut(folder.resolve("absent"));
        leaveOut(allocator()
                .write("META-INF/heapwright/allocator/com.acme.Absent", "contract=1\n")
                .path());
        assertEquals("[]", read(Kind.APPLICATION, DEFAULT));
    }

    @Test
    void neitherIsWhatTheModuleRunsWithAllTheSame() throws Exception {
        leaveOut(allocator().path());
        runWith(Artifact.of(new Coordinates("com.acme", "pool", "2.0")), folder.resolve("absent"));
        assertEquals("[]", read(Kind.APPLICATION, DEFAULT));
    }

    @Test
    void whereAnAllocatorIsLinkedExplicitlyOrInheritedNobodyAsks() throws Exception {
        leaveOut(allocator().path());
        assertEquals("[]", read(Kind.LIBRARY, NOTHING));
        assertEquals("[]", read(Kind.APPLICATION, new Decision.Refuse(List.of())));
        runWith(ArtifactReader.read(folder.resolve("pool"), coordinates("slab")), folder.resolve("pool"));
        assertEquals("[]", read(Kind.APPLICATION, DEFAULT));
    }

    @ParameterizedTest
    @EnumSource(names = {"APPLICATION", "HOSTED", "BUNDLE"})
    void theBuildIsToldWhoNeedsAnAllocator(Kind kind) throws Exception {
        runWith(new Artifact(coordinates("io"), List.of(), List.of("com.acme.io"), List.of()), folder);
        assertEquals("[]", read(kind, DEFAULT));
        assertEquals(Set.of(coordinates("io")), consumers);
    }

    private ClassFolder allocator() {
        return new ClassFolder(folder.resolve("pool"))
                .compile("com/acme/Pool.java", ClassFolder.allocator("com.acme", "public final class Pool"));
    }

    private ClassFolder unprocessed() {
        return new ClassFolder(folder.resolve("unprocessed"))
                .compile(
                        Map.of("com/acme/Pool.java", ClassFolder.allocator("com.acme", "public final class Pool")),
                        Javac.locationOf(Allocator.class));
    }

    private void leaveOut(Path location) {
        leftOut.add(new OtherArtifacts.LeftOut(POOL, location, "scope test"));
    }

    private void runWith(Artifact artifact, Path location) throws Exception {
        try (ArtifactFiles files = ArtifactFiles.open(location)) {
            dependencies.add(new ArtifactContents(location, artifact, ClassPaths.of(files), List.of()));
        }
    }

    private String read(Kind kind, Decision decision) {
        OtherArtifacts others = new OtherArtifacts() {
            @Override
            public List<LeftOut> leftOut(Set<Coordinates> needing) {
                consumers = needing;
                return leftOut;
            }

            @Override
            public boolean mayBeAnnotated(Coordinates artifact) {
                return annotated;
            }
        };
        Closure closure = new Closure(
                Artifact.of(coordinates("app")),
                dependencies.stream().map(ArtifactContents::artifact).toList(),
                new DependencyGraph(Map.of()));
        return new PassedOverReader(others, BuildCache.inMemory())
                .read(kind, decision, new ClosureReader.Reading(closure, dependencies, List.of()))
                .toString();
    }

    private static Coordinates coordinates(String name) {
        return new Coordinates("com.acme", name, "1.2");
    }
}
