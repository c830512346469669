package dev.heapwright.core.marker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.heapwright.core.name.ClassName;
import dev.heapwright.core.name.Coordinates;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkerTest {
    private static final ClassName POOL = new ClassName("com.acme.Pool$Allocator", "com.acme.Pool.Allocator");
    private static final Coordinates ARTIFACT = new Coordinates("com.acme", "pool", "1.2");
    private static final ClassName GLUE = ClassName.topLevel("heapwright.com.acme.app.Glue");

    @Test
    void anAllocatorIsRecordedWithBothItsNames() {
        Marker marker = new Marker.OfAllocator(POOL);
        assertEquals("META-INF/heapwright/allocator/com.acme.Pool$Allocator", marker.path());
        assertEquals("""
                contract=1
                name=com.acme.Pool.Allocator
                """, marker.content());
    }

    @Test
    void anAvailableAllocatorIsRecordedWithItsShortNameAndItsRelease() {
        Marker marker = new Marker.OfAvailable(POOL, "pool", 22);
        assertEquals("META-INF/heapwright/available/com.acme.Pool$Allocator", marker.path());
        assertEquals(List.of("com/acme/Pool$Allocator.class"), marker.proofs());
        assertEquals("""
                contract=1
                name=com.acme.Pool.Allocator
                release=22
                short=pool
                """, marker.content());
    }

    @Test
    void aChoiceIsRecordedWhereAnAllocatorWouldBe() {
        Marker marker = new Marker.OfChoice(POOL, "com.acme:pool");
        assertEquals(new Marker.OfAllocator(POOL).path(), marker.path());
        assertEquals(List.of(), marker.proofs());
        assertEquals("""
                contract=1
                in=com.acme:pool
                name=com.acme.Pool.Allocator
                """, marker.content());
    }

    @Test
    void aNeedIsRecordedByItsPath() {
        Marker marker = new Marker.OfNeed("com.acme.io");
        assertEquals("META-INF/heapwright/needs-allocator/com.acme.io", marker.path());
        assertEquals("contract=1\n", marker.content());
    }

    @Test
    void aBindingIsRecordedWithWhatABuildNeedsToAdoptIt() {
        Marker marker = new Marker.OfBinding(POOL, ARTIFACT, "default for an application", GLUE);
        assertEquals("META-INF/heapwright/binding/com.acme.Pool$Allocator", marker.path());
        assertEquals("""
                contract=1
                artifactId=pool
                glue=heapwright.com.acme.app.Glue
                groupId=com.acme
                name=com.acme.Pool.Allocator
                reason=default for an application
                version=1.2
                """, marker.content());
    }

    @Test
    void theClassifierOfWhatHoldsTheAllocatorIsRecordedIfThereIsOne() {
        Coordinates artifact = new Coordinates("com.acme", "pool", "1.2", "linux");
        assertEquals("""
                contract=1
                artifactId=pool
                classifier=linux
                glue=heapwright.com.acme.app.Glue
                groupId=com.acme
                name=com.acme.Pool.Allocator
                reason=linked explicitly
                version=1.2
                """, new Marker.OfBinding(POOL, artifact, "linked explicitly", GLUE).content());
    }

    @Test
    void thatABindingChecksAndIsForTestsIsRecorded() {
        Marker marker = new Marker.OfBinding(POOL, ARTIFACT, "linked explicitly", GLUE, GlueMode.CHECKED, true);
        assertEquals("""
                contract=1
                artifactId=pool
                checked=true
                glue=heapwright.com.acme.app.Glue
                groupId=com.acme
                name=com.acme.Pool.Allocator
                reason=linked explicitly
                tests=true
                version=1.2
                """, marker.content());
    }

    @Test
    void aLibraryIsRecordedAtThePathThatAClassLoaderIsAskedFor() {
        Marker marker = new Marker.OfLibrary(new Coordinates("com.acme", "app", "1.0"), "no main class is configured");
        assertEquals("META-INF/heapwright/library", marker.path());
        assertEquals(List.of(), marker.proofs());
        assertEquals("""
                contract=1
                artifactId=app
                groupId=com.acme
                reason=no main class is configured
                version=1.0
                """, marker.content());
    }

    @Test
    void aFactIsConfirmedByTheClassFileThatItIsAbout() {
        assertEquals(List.of("com/acme/Pool$Allocator.class"), new Marker.OfAllocator(POOL).proofs());
        assertEquals(
                List.of("com/acme/io.class", "com/acme/io/package-info.class", "module-info.class"),
                new Marker.OfNeed("com.acme.io").proofs());
        assertEquals(
                List.of("heapwright/com/acme/app/Glue.class"),
                new Marker.OfBinding(POOL, ARTIFACT, "linked explicitly", GLUE).proofs());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "com..acme", "../com.acme", "com.acme.class", "a\nb", "a\"b", "a\u200Bb"})
    void aNeedIsOfAName(String element) {
        assertEquals(
                "'" + element + "' is not the name of a class, package or module",
                assertThrows(IllegalArgumentException.class, () -> new Marker.OfNeed(element))
                        .getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a\nglue=evil.Code", "a\r", "größer", "\"", "a\\", "a\u0000", "a;b"})
    void aBindingOrLibraryThatCouldNotBeReadBackIsNotMade(String reason) {
        assertEquals(
                "its reason is empty, too long or has characters that are not allowed",
                assertThrows(IllegalArgumentException.class, () -> new Marker.OfBinding(POOL, ARTIFACT, reason, GLUE))
                        .getMessage());
        assertThrows(IllegalArgumentException.class, () -> new Marker.OfLibrary(ARTIFACT, reason));
    }
}
