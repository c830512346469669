package dev.heapwright.linker.artifact;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.heapwright.core.link.AllocatorClass;
import dev.heapwright.core.link.Artifact;
import dev.heapwright.core.link.Closure;
import dev.heapwright.core.link.Decision;
import dev.heapwright.core.link.DependencyGraph;
import dev.heapwright.core.marker.Marker;
import dev.heapwright.core.name.ClassName;
import dev.heapwright.core.name.Coordinates;
import dev.heapwright.linker.glue.Glue;
import dev.heapwright.linker.testing.ClassFolder;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Artifacts that are as the processor and {@code bind} make them, in a class folder and in a jar. */
class ArtifactReaderTest {
    private static final Coordinates APP = new Coordinates("com.acme", "app", "3.0");
    private static final Coordinates POOL = new Coordinates("com.acme", "pool", "1.2");

    private static final String AVAILABLE = "META-INF/heapwright/available/com.acme.Pool";

    @TempDir
    private Path temporary;

    @Test
    void anAllocatorIsFound() throws Exception {
        ClassFolder folder =
                folder().compile("com/acme/Pool.java", ClassFolder.allocator("com.acme", "public final class Pool"));
        reads(new Artifact(POOL, List.of(allocator("com.acme.Pool", 17)), List.of(), List.of()), folder);
    }

    @Test
    void aNestedAllocatorIsFoundByBothItsNames() throws Exception {
        String nested = ClassFolder.allocator("com.acme", "public static final class Allocator");
        String source = nested.replace("@dev.heapwright", """
                        public final class Pools {
                            private Pools() {}
                        @dev.heapwright""") + "}\n";
        reads(
                new Artifact(
                        POOL,
                        List.of(new AllocatorClass(
                                new ClassName("com.acme.Pools$Allocator", "com.acme.Pools.Allocator"), 17)),
                        List.of(),
                        List.of()),
                folder().compile("com/acme/Pools.java", source));
    }

    @Test
    void aClassThatNeedsAnAllocatorIsFound() throws Exception {
        consumer("com.acme.index.Index$Table", "com/acme/index/Index.java", """
                package com.acme.index;
                public final class Index {
                    private Index() {}
                    @dev.heapwright.annotations.NeedsAllocator
                    static final class Table {}
                }
                """);
    }

    @Test
    void aPackageThatNeedsAnAllocatorIsFound() throws Exception {
        consumer("com.acme.table", "com/acme/table/package-info.java", """
                @dev.heapwright.annotations.NeedsAllocator
                package com.acme.table;
                """);
    }

    @Test
    void aModuleThatNeedsAnAllocatorIsFound() throws Exception {
        consumer("com.acme.indexes", "module-info.java", """
                @dev.heapwright.annotations.NeedsAllocator
                module com.acme.indexes {
                    requires static dev.heapwright.annotations;
                }
                """);
    }

    @Test
    void aBindingIsFoundBesideTheAllocatorThatItIsTo() throws Exception {
        ClassName allocator = ClassName.topLevel("com.acme.Pool");
        Decision.Link link = new Decision.Link(allocator, POOL, "linked explicitly");
        ClassFolder folder = folder().compile(
                        "com/acme/Pool.java", ClassFolder.allocator("com.acme", "public final class Pool"))
                .add(Glue.of(APP, link, false));
        Marker.OfBinding binding = new Marker.OfBinding(
                allocator, POOL, "linked explicitly", ClassName.topLevel("com.acme.app.heapwright.HeapwrightBinding"));
        reads(new Artifact(POOL, List.of(new AllocatorClass(allocator, 17)), List.of(), List.of(binding)), folder);
    }

    @Test
    void glueForTestsBindsNobodyElse() throws Exception {
        ClassName allocator = ClassName.topLevel("com.acme.Pool");
        ClassFolder folder = folder().compile(
                        "com/acme/Pool.java", ClassFolder.allocator("com.acme", "public final class Pool"))
                .add(Glue.of(APP, new Decision.Link(allocator, POOL, "linked explicitly"), true));
        Artifact artifact = new Artifact(
                POOL, List.of(new AllocatorClass(allocator, 17)), List.of(), List.of(), List.of(), List.of(), true);
        reads(artifact, folder);
        Closure closure = new Closure(Artifact.of(APP), List.of(artifact), new DependencyGraph(Map.of()));
        assertEquals(
                "[passed over: com.acme:pool:1.2 (its glue is for its own tests)]",
                PassedOver.testGlue(closure).toString());
    }

    @Test
    void anAvailableAllocatorIsFoundWithTheReleaseThatItsMarkerNames() throws Exception {
        reads(
                new Artifact(POOL, List.of(), List.of(), List.of(), List.of(allocator("com.acme.Pool", 22)), List.of()),
                folder().compile("com/acme/Pool.java", ClassFolder.allocator("com.acme", "public final class Pool"))
                        .delete("META-INF/heapwright/allocator/com.acme.Pool")
                        .write(AVAILABLE, "contract=1\nname=com.acme.Pool\nrelease=22\nshort=pool\n"));
    }

    @Test
    void anAvailableAllocatorThatWasLeftOutOfAMergedJarIsNotAvailable() throws Exception {
        reads(Artifact.of(POOL), folder().write(AVAILABLE, "contract=1\nname=com.acme.Pool\nrelease=22\nshort=pool\n"));
    }

    @Test
    void aChoiceIsFoundWithoutTheClassThatItNames() throws Exception {
        Marker.OfChoice choice = new Marker.OfChoice(ClassName.topLevel("com.acme.Pool"), "com.acme:along");
        reads(
                new Artifact(POOL, List.of(), List.of(), List.of(), List.of(), List.of(choice)),
                folder().write(choice.path(), choice.content()));
    }

    @Test
    void whatHasNoMarkersHasNothing() throws Exception {
        Artifact nothing = new Artifact(POOL, List.of(), List.of(), List.of());
        reads(nothing, folder().write("com/acme/Plain.txt", "plain"));
        assertEquals(nothing, ArtifactReader.read(temporary.resolve("never-made"), POOL));
    }

    @Test
    void whatElseAJarHasTwiceIsNoHarm() throws Exception {
        Path jar = folder().compile("com/acme/Pool.java", ClassFolder.allocator("com.acme", "public final class Pool"))
                .write("META-INF/LICENSE", "")
                .write("META-INF/LICENS_", "")
                .jar();
        Bytes.replace(jar, "META-INF/LICENS_", "META-INF/LICENSE");
        assertEquals(
                List.of(allocator("com.acme.Pool", 17)),
                ArtifactReader.read(jar, POOL).allocators());
    }

    @Test
    void aFolderThatIsNamedLikeAJarIsAClassFolderAsItIsForTheJvm() throws Exception {
        Path folder = new ClassFolder(temporary.resolve("pool-1.2.jar"))
                .compile("com/acme/Pool.java", ClassFolder.allocator("com.acme", "public final class Pool"))
                .path();
        assertEquals(
                List.of(allocator("com.acme.Pool", 17)),
                ArtifactReader.read(folder, POOL).allocators());
    }

    @Test
    void asManyMarkersAsAnArtifactMayHaveAreRead() throws Exception {
        ClassFolder folder = folder().compile("com/acme/package-info.java", """
                @dev.heapwright.annotations.NeedsAllocator
                package com.acme;
                """);
        folder.compile("module-info.java", """
                @dev.heapwright.annotations.NeedsAllocator
                module com.acme {
                    requires static dev.heapwright.annotations;
                }
                """);
        for (int i = 1; i < ArtifactReader.MOST_MARKERS; i++) {
            folder.write("META-INF/heapwright/needs-allocator/com.acme.C" + i, "contract=1\n");
        }
        assertEquals(
                ArtifactReader.MOST_MARKERS,
                ArtifactReader.read(folder.jar(), POOL).consumers().size());
    }

    @Test
    void theClassFilesOfAFutureJavaAreRead() throws Exception {
        ClassFolder folder =
                folder().compile("com/acme/Pool.java", ClassFolder.allocator("com.acme", "public final class Pool"));
        byte[] future = folder.read("com/acme/Pool.class");
        future[6] = 3;
        folder.write("com/acme/Pool.class", future);
        reads(new Artifact(POOL, List.of(allocator("com.acme.Pool", 17 + 3 * 256)), List.of(), List.of()), folder);
    }

    @Test
    void anAllocatorHasTheOptionalFunctionsThatItHas() throws Exception {
        String allocator = ClassFolder.allocator("com.acme", "public final class Pool");
        ClassFolder without = folder().compile("com/acme/Pool.java", allocator);
        ClassFolder with = new ClassFolder(temporary.resolve("with"))
                .compile("com/acme/Pool.java", allocator.replace("    private Pool() {}\n", """
                    private Pool() {}
                    public static long allocateZeroed(long size, long align) { return 0; }
                    static long allocateZeroed(long size) { return 0; }
                """));
        reads(withOptional(), without);
        reads(withOptional("allocateZeroed"), with);
    }

    private static Artifact withOptional(String... functions) {
        AllocatorClass pool = new AllocatorClass(ClassName.topLevel("com.acme.Pool"), 17, Set.of(functions));
        return Artifact.of(POOL).withAllocators(List.of(pool));
    }

    private void consumer(String element, String file, String source) throws Exception {
        reads(new Artifact(POOL, List.of(), List.of(element), List.of()), folder().compile(file, source));
    }

    private static AllocatorClass allocator(String name, int release) {
        return new AllocatorClass(ClassName.topLevel(name), release);
    }

    private ClassFolder folder() {
        return new ClassFolder(temporary.resolve("pool-1.2"));
    }

    /** From the folder, and from a jar of it. */
    private static void reads(Artifact expected, ClassFolder folder) throws Exception {
        assertEquals(expected, ArtifactReader.read(folder.path(), POOL));
        assertEquals(expected, ArtifactReader.read(folder.jar(), POOL));
    }
}
